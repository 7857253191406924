"""The organisations that a text names."""

from __future__ import annotations

import pytest

from lantu.plan.document import Block
from lantu.plan.identity import Identities
from lantu.plan.named_item import Unit
from lantu.plan.region import Region
from lantu.reading.grounds import Grounds
from lantu.reading.passage import Passage
from lantu.reading.units import find_units

REGION = Region("清河县", "130534")


def units(*paragraphs: str) -> tuple[Unit, ...]:
    passages = [Passage(Block(n, text), 0, len(text), ()) for n, text in enumerate(paragraphs, 1)]
    return find_units(passages, REGION, Identities(), Grounds())


def kinds(*paragraphs: str) -> dict[str, str]:
    return {unit.name: unit.kind for unit in units(*paragraphs)}


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("由县发展改革局会同有关部门组织实施。", "县发展改革局", "department"),
        ("报县住房和城乡建设局备案。", "县住房和城乡建设局", "department"),
        ("市工信局和市商务局共同推进。", "市工信局", "department"),
        ("依托河北工业大学建设研究生培养基地。", "河北工业大学", "university"),
        ("支持云溪钢铁有限公司搬迁改造。", "云溪钢铁有限公司", "enterprise"),
        ("加快推进清河县第二中学迁建。", "清河县第二中学", "school"),
        ("提升县人民医院救治能力。", "县人民医院", "hospital"),
        ("推进清河经济开发区扩区。", "清河经济开发区", "park"),
        ("重点打造油坊镇、连庄镇等特色镇。", "油坊镇", "town"),
        ("由县水利局会同桥东街道办事处组织实施。", "桥东街道办事处", "town"),
        ("经县第十七届人民代表大会批准。", "县人民代表大会", "government"),
        ("深化县国有资本运营集团改革。", "县国有资本运营集团", "enterprise"),
        ("打造市智能装备技术研究院。", "市智能装备技术研究院", "university"),
        ("提升区医院诊疗水平。", "区医院", "hospital"),
        ("与长春物化所、长春大学合作。", "长春物化所", "university"),
        ("发挥县工商联的桥梁作用。", "县工商联", "association"),
        ("组建羊绒产业技术创新联盟。", "羊绒产业技术创新联盟", "association"),
        ("建成县融媒体中心。", "县融媒体中心", "government"),
        ("各有关部门要密切配合。", "各有关部门", "group"),
        ("各乡镇要落实属地责任。", "各乡镇", "group"),
        ("在县委坚强领导下推进各项工作。", "县委", "government"),
        ("县深化集体林权制度改革领导小组统筹协调。", "县深化集体林权制度改革领导小组", "government"),
        ("成立由县长任组长的园区建设领导小组。", "园区建设领导小组", "government"),
        ("（牵头单位：县委金融办）", "县委金融办", "department"),
        ("由清河金融监管分局配合。", "清河金融监管分局", "department"),
        ("由市生态环境局清河分局牵头。", "市生态环境局清河分局", "department"),
        ("由清河羊绒产业园管委会负责。", "清河羊绒产业园管委会", "park"),
        ("改革县疾控中心管理体制。", "县疾控中心", "hospital"),
        ("县经济开发区扩区。", "县经济开发区", "park"),
        ("与县110指挥中心联网。", "县110指挥中心", "other"),
        ("国网清河供电公司负责。", "国网清河供电公司", "enterprise"),
        ("与北原大学共建清河绒毛研究院。", "清河绒毛研究院", "university"),
        ("中共清河县委　清河县人民政府印发意见。", "清河县人民政府", "government"),
        ("及时成立支持羊绒外贸发展指挥部。", "支持羊绒外贸发展指挥部", "government"),
        ("县公路事务中心负责。", "县公路事务中心", "other"),
        ("清河海事处配合。", "清河海事处", "other"),
        ("河东新城管委会牵头。", "河东新城管委会", "park"),
        ("评估结果报县人大常委会审议。", "县人大常委会", "government"),
    ],
)
def test_a_sentence_names_a_unit(sentence: str, name: str, kind: str) -> None:
    assert kinds(sentence).get(name) == kind, kinds(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "培育一批龙头企业和农民专业合作社。",
        "推进城镇化建设，建设美丽乡村和特色小镇。",
        "改善乡镇卫生院条件，新建公办幼儿园3所。",
        "全县高等学校毛入学率明显提高。",
        "建设一批特色园区。",
        "二级以上综合医院设置发热门诊。",
        "国家卫生乡镇占比提高。",
        "三区即标准化种植示范区、共作区、加工区。",
        "每县疾控中心、各县经济开发区。",
        "被评为“全国十佳文明医院”。",
        "推动普通中小学均衡发展。",
        "融入全国统一大市场。",
        "建设增量配电网园区和食品加工小作坊园区。",
    ],
)
def test_words_for_any_unit_name_none(sentence: str) -> None:
    assert kinds(sentence) == {}


def test_a_unit_under_two_names_is_one_unit_at_its_first_place() -> None:
    found = units("县政府每年听取汇报。", "清河县人民政府公布评估结果。")
    assert [(unit.name, unit.source.block, unit.source.quote) for unit in found] == [("清河县人民政府", 1, "县政府")]


def test_enterprises_of_a_list_are_told_by_what_the_list_says() -> None:
    assert kinds("依托东升、华源、恒力等龙头企业延伸产业链。") == {
        "东升": "enterprise",
        "华源": "enterprise",
        "恒力": "enterprise",
    }


def test_the_quote_is_what_stands_in_the_text() -> None:
    (unit,) = units("　　推进清河 经济开发区扩区。")
    assert unit.source.quote == "清河 经济开发区"
