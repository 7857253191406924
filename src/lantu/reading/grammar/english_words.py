"""The words around English numbers: verbs of change, of level and of work, what they speak of, which way they look."""

from __future__ import annotations

import re

_UP = (
    r"increas(?:e[sd]?|ing)|rais(?:e[sd]?|ing)|ris(?:es?|ing|en)|rose|grow(?:s|ing|n)?|grew|expand(?:s|ed|ing)?|"
    r"boost(?:s|ed|ing)?|improv(?:e[sd]?|ing)|lift(?:s|ed|ing)?|climb(?:s|ed|ing)?|scal(?:e[sd]?|ing) up|rebound(?:s|"
    r"ed)?|"
    r"brought up|bring(?:ing)? up|gain(?:s|ed|ing)?|widen(?:s|ed|ing)?|extend(?:s|ed|ing)?|jump(?:s|ed)?|edged|"
    r"inched|crept|picked|up(?=\s*$)|"
    r"higher(?=\s*$)"
)
_DOWN = (
    r"reduc(?:e[sd]?|ing)|cut(?:s|ting)?|lower(?:s|ed|ing)?|decreas(?:e[sd]?|ing)|declin(?:e[sd]?|ing)|fall(?:s|ing|"
    r"en)?|fell|"
    r"drop(?:s|ped|ping)?|limit(?:s|ed|ing)?|shrink(?:s|ing)?|shrank|slow(?:s|ed|ing)?|contract(?:s|ed|ing)?|"
    r"narrow(?:s|ed|ing)?|"
    r"bring(?:ing)?(?= [^;]*\bdown\b)|brought down|bring down|down(?=\s*$)|shorten(?:s|ed|ing)?|cap(?:s|ped)?\b|"
    r"halv(?:e[sd]?|ing)|curb(?:s|ed|ing)?"
)
# The last verb of change before a number counts, so what stands between holds no other.
CHANGE = re.compile(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b(?P<object>(?:(?!\b(?:rose|grew|fell|fallen|dropped|declined|will|"
    rf"shall|should)\b)[^;])*)$",
    re.IGNORECASE,
)
WAY = re.compile(
    r"\b(?P<way>down to|up to|to|by|at)\s*(?:an?\s+(?:annual\s+)?(?:level|total|rate|average)\s+(?:rate\s+)?of\s*|"
    r"the level of\s*|an?\s+(?:additional|extra|average)\s*)?$",
    re.IGNORECASE,
)
LEVEL = re.compile(
    r"\b(?:reach(?:es|ed|ing)?|attain(?:s|ed)?|hit(?:s)?|stay(?:s|ed|ing)?|remain(?:s|ed)?|keep(?:s|ing)?|kept|"
    r"hold(?:s|ing)?|held|stand(?:s|ing)?|stood|"
    r"total(?:s|ed|led|ling)?|account(?:s|ed|ing)? for|be|been|is|are|was|were|amount(?:s|ed|ing)? to|maintain(?:s|"
    r"ed|ing)?|"
    r"c[oa]me(?:s)? (?:in )?(?:to|at)|made? up|make(?:s)? up|represent(?:s|ed|ing)?|compris(?:e[sd]?|ing)|"
    r"constitut(?:e[sd]?|ing)|cost(?:s|ing)?|"
    r"average[sd]?|averaging|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|cover(?:s|ed|ing)?|meet(?:s)?|achieve(?:s|d)?|"
    r"equal(?:s|led|ed)?|number(?:s|ed)|"
    r"provid(?:e[sd]?|ing)|contribut(?:e[sd]?|ing)|requir(?:e[sd]?|ing)|valued|estimated|set(?= at)|rest(?:s|"
    r"ed)?(?= at)|benefit(?:s|ed|ing)?|projected|ha[sd]|mobili[sz]e[sd]?|needs?)"
    r"(?:\s+(?:at|to be|up|aside|in at|out at))?\s*(?:an?\s+(?:average|total|estimated)\s+(?:of\s+)?)?(?:only\s+|"
    r"just\s+|further\s+|additional\s+)*$",
    re.IGNORECASE,
)
DEED = re.compile(
    r"\b(?:build|construct|open|establish|add|create|train|plant|complete|set up|launch|provide|install|support|"
    r"renovate|develop|"
    r"rehabilitate|upgrade|drill|lay|restore|retrofit|replace|recruit|equip|connect|distribute|award|enrol|enroll|"
    r"electrify|"
    r"digiti[sz]e|modernize|modernise|pave|tarmac|deliver|resettle|vaccinate|register|procure|acquire|purchase|"
    r"attract|mobilise|"
    r"mobilize|eliminate|include|publish|conduct|cultivate|foster|nurture|select|designate|hire|house|reach|serve|"
    r"employ|fund|"
    r"finance|produce|generate|save|protect|conserve|manage|clean up|demolish|expand|repair|test|certify|licen[cs]e|"
    r"attain)"
    r"(?:e?d|ing|s|es)?\s*(?:(?:the|an|a|its|our|their|up|out|remaining|new|all|further|additional|another|"
    r"efforts on|trials on|construction on|training for)\s*)*$"
    r"|\b(?:built|laid|drilled|begun|began|begin|begins|start|started|set up|spent|spend|invest(?:ed)?|secured?|"
    r"put into operation|work to|screening for)\s*(?:(?:the|construction of|work on|construction on|over|up to)\s*)*$",
    re.IGNORECASE,
)
NOMINAL_CHANGE = re.compile(
    r"\s*(?:(?P<what>[A-Za-z][\w-]*(?:\s[\w-]+)?)\s+)?(?:(?P<up>increases?|rises?|growth|improvement|expansion)|"
    r"reductions?|cuts?|decreases?|drops?|declines?|falls?)"
    r"(?:\s+(?:in|of)\s+(?:the\s+)?(?P<object>[^,;.()]{3,80}))?\b",
    re.IGNORECASE,
)
_FORWARD = re.compile(
    r"\b(?:will|shall|should|must|aim(?:s|ed|ing)?|targets? (?:of|is|to|for)|targeted|ensur(?:e|es|ing)|striv(?:e|es|"
    r"ing)|plan(?:s|ned)? (?:to|for)|goals?|"
    r"intends?|seeks?|expect(?:s|ed)? to|is to|are to|be to|going to|is expected|are expected|needs? to|make sure|"
    r"see that|with the aim|so that|"
    r"working to|work to|scheduled|envisages?|attainable|achievable|can be|would be|is planned|are planned|"
    r"in order to|is set to|are set to|(?:is|"
    r"are) projected)\b"
    r"|(?:^\s*|[;:•§|]\s*|\d[.)]\s+|,?\s(?:and|to)\s)(?:(?:increase|raise|reduce|cut|lower|build|construct|open|"
    r"establish|add|create|train|plant|"
    r"complete|set up|launch|provide|install|support|renovate|develop|rehabilitate|upgrade|drill|lay|restore|"
    r"retrofit|replace|"
    r"recruit|expand|scale up|double|triple|halve|achieve|reach|improve|attain|strengthen|promote|implement|adopt|"
    r"manage|keep|conduct|"
    r"maintain|bring|limit|extend|connect|equip|begin|start|publish|modernize|modernise|include|deliver|eliminate|"
    r"secure|work|raise|grow)\b)",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:reached|rose|grew|fell|dropped|was|were|had|accounted|exceeded|declined|total(?:l)?ed|stood|amounted|came|"
    r"made up|shrank|began|drew|spent|built|cut its)\b",
    re.IGNORECASE,
)
# What is so now, and forms that are also adjectives, tell only where nothing before them looks ahead: ensure that all
# schools have water, that registered unemployment falls.
_NOW = re.compile(
    r"\b(?:increased|expanded|improved|opened|received|obtained|distributed|created|doubled|tripled|completed|"
    r"contracted|"
    r"delivered|trained|planted|connected|benefit(?:t)?ed|attracted|employed|recorded|registered|collected|averaged|"
    r"served|launched|installed|drilled|upgraded|reduced|raised|has|have|is|are|stands?|remains?|now|currently|"
    r"amounts?|accounts?|employs?|at present|to date|so far)\b",
    re.IGNORECASE,
)
# Past forms that follow a modal or an infinitive belong to it: will be completed, are to be raised.
_PASSIVE = re.compile(
    r"\b(?:to|will|shall|should|must|can|may)\s+(?:(?:not|also|all|further)\s+)?(?:be|have)\s+(?:\w+ly\s+)?\w+"
)
_SOFT_PRESENT = re.compile(
    r"\b(?:is|are)\s+(?:expected|to|projected|planned|set|scheduled|required|needed|anticipated|going)\b", re.IGNORECASE
)
_CLAUSE = re.compile(
    r"\s*[,;:]\s+(?:(?:and|but|while|which|whereas|so|with|thus)\s+)*|\s+(?:and|but|while|which|whereas|so that)\s+"
)
_THAT = re.compile(
    r"\b(?:ensur(?:e|es|ing) that|make sure (?:that)?|so that|see that|seeing|see to it that|expected that|that|"
    r"to ensure|ensure|see|aims? for|"
    r"with the aim of|in order to|working to|work to|aim to|aims to|strive to|expects? to|intends? to|plans? to)\b",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:[\s,(•*-]|in the \d+-year period\b|\d{1,2}(?:\.\d{1,2})*[.)]?\s|and\b|but\b|also\b|while\b|where\b|we\b|"
    r"it\b(?=\s+(?:will|aims))|"
    r"the\b|an?\b|its\b|our\b|their\b|this\b|these\b|to\b|"
    r"will\b|that\b|of\b(?! which)|which\b|with\b|in\b(?=\s*,)|by\b|for\b|on\b(?=\s*,)|than\b|some\b|only\b|"
    r"(?:increase|raise|reduce|cut|lower|improve|keep|bring|limit|maintain|hold)\b(?=\s+(?:the|its|our|number|share|"
    r"rate|proportion)\b))+",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"(?:[\s,(:-]|\b(?:will|shall|should|would|can|could|must|may|to|be|been|being|is|are|was|were|has|have|had|also|"
    r"further|that|from|now|"
    r"nearly|almost|more|by|at|of|in|and|or|for|on|with|the|a|an|its|their|expected|projected|set|planned|estimated|"
    r"than|continue|"
    r"continued|steadily|gradually|annually|still|already|currently|both|not|then|is expected|down|up|as|kept|"
    r"brought|held|which|aims?))+$",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:will|shall|should|must|is|are|was|were|has|have|had|rose|fell|grew|reached|stood|aims?|plans?|expects?|"
    r"intends?|remains?|stands?)\b",
    re.IGNORECASE,
)
_LONGEST = 110


def change_in(words: str) -> re.Match[str] | None:
    """Return the verb of change that governs the end of the words: the first of their last clause, else of all."""
    breaks = [match.end() for match in re.finditer(r"[,;]\s|\sand\s|\sbut\s", words)]
    return (CHANGE.search(words, breaks[-1]) if breaks else None) or CHANGE.search(words)


def subject_of(words: str) -> str:
    """Return what a clause speaks of before its verb: the last noun phrase, without articles and modals."""
    clauses = [part for part in _CLAUSE.split(words) if part.strip()]
    for place in range(len(clauses) - 1, -1, -1):
        part = clauses[place]
        if found := list(_THAT.finditer(part)):
            tail = part[found[-1].end() :]
            part = tail if clean(tail) else part[: found[-1].start()]
        verb = _FINITE.search(part)
        if verb and verb.start() > 3:
            part = part[: verb.start()]
        if subject := clean(part):
            # Two names before one verb stand in two parts: A and B will reach 3 and 5.
            if place and not _FINITE.search(clauses[place - 1]) and _is_joined(words, part):
                return clean(f"{clauses[place - 1]} and {part}") or subject
            return subject
    return ""


def _is_joined(words: str, part: str) -> bool:
    place = words.rfind(part)
    return re.search(r"[^,\s]\s+and\s+$", words[:place]) is not None


def object_of(change: re.Match[str]) -> str:
    """Return what a verb of change has behind it: increase the share of X to 12 %."""
    words = re.sub(r"\b(?:down to|up to|to|by|at|down|up|from)\s*$", "", change["object"]).strip()
    words = re.sub(r"\bfrom\b[^a-z]*(?:per cent|percent|%|[\w$€£]+)?\s*$", "", words).strip()
    if re.match(r"(?:by|to|from|over|at|in|more|further|faster|steadily|slightly|on average)\b", words, re.IGNORECASE):
        return ""
    words = re.split(r",?\s(?:by|from|to)\s+(?=[\d$€£])", words)[0]
    if not _FINITE.search(words) and 2 < len(whole := clean(words.replace(", ", "\0"))) <= _LONGEST:
        return whole.replace("\0", ", ")
    return clean(words)


def clean(words: str) -> str:
    """Return words without what leads up to a name and trails it; "" where no name is left."""
    words = (
        re.split(r"[,:]\s|\(\s|[;•§]", words)[-1]
        if re.search(r"[A-Za-z]{3}", re.split(r"[,:]\s|\(\s|[;•§]", words)[-1])
        else words
    )
    words = _TRAILING.sub("", _LEADING.sub("", " ".join(words.split())))
    words = re.sub(r"(?<=[a-z])- (?=[a-z])", "-", words)
    return words if 2 < len(words) <= _LONGEST and re.search(r"[A-Za-z]{2}", words) else ""


def looks_forward(text: str, start: int, figure: int, end: int) -> bool | None:
    """Return which way the words around a number look: those nearest before it tell, else those behind; None: neither.

    start, end: its sentence. figure: where the number stands.
    """
    before = text[start:figure]
    spared = [match.span() for match in (*_PASSIVE.finditer(before), *_SOFT_PRESENT.finditer(before))]
    ahead = [match.start() for match in _FORWARD.finditer(before)]
    back = [
        match.start()
        for match in _BACK.finditer(before)
        if not any(first <= match.start() < last for first, last in spared)
    ]
    if not ahead:
        back += [match.start() for match in _NOW.finditer(before) if not any(a <= match.start() < b for a, b in spared)]
    if ahead or back:
        return max(ahead, default=-1) > max(back, default=-1) - 1
    behind = text[figure:end]
    forward, past = _FORWARD.search(behind), _BACK.search(behind) or _NOW.search(behind)
    if soft := _SOFT_PRESENT.search(behind):
        past = past if past and past.start() < soft.start() else None
        forward = forward or soft
    if forward and (past is None or forward.start() < past.start()):
        return True
    return False if past else None
