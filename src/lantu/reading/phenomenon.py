"""The habits of the language and the genre that the reader knows, by name; docs/reading.md shows each at work."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto


class Phenomenon(StrEnum):
    """A habit of the language or of the genre; lexicon/phenomena.csv says in both languages what each is."""

    # headings
    PART_CHAPTER_SECTION = auto()
    NUMBERED_HEADING = auto()
    DECIMAL_HEADING = auto()
    ENGLISH_HEADING = auto()
    DECLARED_HEADING = auto()
    HEADING_WITHOUT_NUMBER = auto()
    LEAD_PHRASE = auto()
    DASHED_POINT = auto()
    FIRSTLY_SECONDLY = auto()
    LINE_AS_TITLE = auto()
    BOX = auto()
    ANNEX = auto()
    HEADING_RUN_INTO_TEXT = auto()
    HEADING_OVER_TWO_LINES = auto()
    HEADING_FROM_CONTENTS = auto()
    CONTENTS_LIST = auto()
    PAGE_FURNITURE = auto()
    GLOSSARY = auto()

    # indicator tables
    TABLE_OF_THE_FILE = auto()
    TABLE_OF_SIGNS = auto()
    CELLS_AS_LINES = auto()
    TABLE_RUN_TOGETHER = auto()
    TWO_HEADER_ROWS = auto()
    NO_HEADER = auto()
    TABLE_OVER_PAGES = auto()
    MERGED_CELL = auto()
    GROUP_ROW = auto()
    GROUP_COLUMN = auto()
    SUB_ROW = auto()
    COMMITMENT_OF_BLOCK = auto()
    COMMITMENT_IN_REMARKS = auto()
    UNIT_IN_NAME = auto()
    BASE_YEAR_OF_ROW = auto()
    MARK_FROM_ABOVE = auto()
    TOTAL_IN_BRACKETS = auto()
    GROWTH_BY_ARITHMETIC = auto()
    TARGET_IN_WORDS = auto()
    TARGET_AGAINST_OTHERS = auto()
    LINE_HELD_EVERY_YEAR = auto()
    NOTHING_TO_REACH = auto()

    # numbers
    DIGITS = auto()
    TWO_SCALES = auto()
    HANZI_NUMBER = auto()
    PER_CENT_IN_WORDS = auto()
    TENTHS = auto()
    FRACTION = auto()
    DOUBLING = auto()
    MULTIPLE = auto()
    RANGE = auto()
    RATIO = auto()
    CLASS_OF_SIZE = auto()
    ROUND_NUMBER = auto()
    BARE_NUMBER = auto()
    BOUND_AFTER = auto()
    BOUND_BEFORE = auto()
    DIGITS_WITH_BLANKS = auto()

    # numerals that count nothing
    CODE_WITH_NUMBER = auto()
    TELEPHONE_NUMBER = auto()
    DOCUMENT_NUMBER = auto()
    QUOTED_WORDS = auto()
    ORDINAL = auto()
    DATE_OR_SPAN = auto()
    SPAN_OR_RATE = auto()
    AGE_GROUP = auto()
    SERVICE_CIRCLE = auto()
    FORMULA = auto()
    SIZE_OF_EACH = auto()
    FIGURE_OF_SPEECH = auto()
    SLOGAN_COUNT = auto()

    # what a number speaks of
    SUBJECT_BEFORE = auto()
    THING_COUNTED = auto()
    RESPECTIVELY = auto()
    ALL_ALIKE = auto()
    SUBJECT_TAKEN_OVER = auto()
    LONG_SUBJECT = auto()
    GROWTH_AND_LEVEL = auto()
    THING_OF_ROW = auto()
    NO_SUBJECT = auto()
    RISE_OR_FALL = auto()
    YEARLY_RATE = auto()
    ADDITION = auto()
    FROM_BASE_TO_TARGET = auto()
    DOUBLING_WITHOUT_BASE = auto()
    FULL_COVERAGE = auto()
    NOTHING_HAPPENS = auto()
    AGAINST_OTHERS = auto()
    RANK = auto()
    BOAST = auto()
    ENGLISH_LEVEL = auto()
    ENGLISH_CHANGE = auto()
    ENGLISH_DEED = auto()
    ENGLISH_COUNT = auto()

    # times
    OWN_TIME = auto()
    PLAN_PERIOD = auto()
    SPOKEN_YEAR = auto()
    PART_OF_YEAR = auto()
    TIME_OF_SENTENCE = auto()
    TIME_OF_PARAGRAPH = auto()
    TIME_OF_HEADING = auto()
    TIME_OF_LIST = auto()
    TIME_OF_DUTY = auto()
    TIME_OF_YEARLY_PLAN = auto()
    NO_TIME = auto()

    # looking forward or back
    OUTLOOK_OF_HEADING = auto()
    OUTLOOK_OF_CUE = auto()
    OUTLOOK_OF_TIME = auto()
    OUTLOOK_OF_WORDS = auto()
    OUTLOOK_ASSUMED = auto()

    # duties and tasks
    DUTY_IN_BRACKETS = auto()
    DUTY_IN_WORDS = auto()
    DUTY_IN_SENTENCE = auto()
    DUTY_ON_OWN_LINE = auto()
    DUTY_TABLE = auto()
    FIRST_LEADS = auto()
    NOBODY_SAID_TO_LEAD = auto()
    GROUP_KEPT = auto()
    ORDER_IN_HEADING = auto()
    DEADLINE_OF_TASK = auto()

    # things with names
    BOOK_TITLE = auto()
    QUOTED_NAME = auto()
    NAME_BY_ENDING = auto()
    SHARED_NOUN = auto()
    SAID_TO_BE_BUILT = auto()
    LIST_OF_PROJECTS = auto()
    COLUMN_OF_PROJECTS = auto()
    DRAFTED_DOCUMENT = auto()
    LOOSE_ENDING = auto()

    # organisations
    OFFICE = auto()
    BODY_OF_STATE = auto()
    ORGANISATION_BY_ENDING = auto()
    TOWN = auto()
    GROUP_OF_UNITS = auto()
    COMPANIES_IN_LIST = auto()
    SEVERAL_NAMES = auto()

    # the letters and lines themselves
    FULL_WIDTH = auto()
    DASH_FOR_ONE = auto()
    BROKEN_LINE = auto()
    FOOTNOTE_MARK = auto()
    TRADITIONAL_CHARACTERS = auto()


@dataclass(frozen=True, slots=True)
class Fired:
    """A phenomenon met at `[start:end)` of the text that is being read; an empty run where it rests on no words."""

    phenomenon: Phenomenon
    start: int = 0
    end: int = 0
