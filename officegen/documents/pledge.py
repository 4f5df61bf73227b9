"""表态发言."""

from typing import Annotated, ClassVar

from officegen.documents.document import Title, title_entry
from officegen.documents.fields import entry
from officegen.documents.speech import Address, SpokenBody, body_entry
from officegen.documents.text import Line


class Pledge(Address):
    """表态发言: somebody speaks for an organization and says what it will do."""

    kind: ClassVar[str] = "pledge"
    label: ClassVar[str] = "表态发言"
    _spoken: ClassVar[str] = "表态发言"

    title: Annotated[Title, title_entry("在全区创建全国文明城市攻坚动员大会上的表态发言")]
    organization: Annotated[Line | None, entry("单位", "代表哪个单位发言。", example="人民路街道党工委")] = (
        None
    )
    post: Annotated[Line | None, entry("职务", "发言人的职务。", example="党工委书记")] = None
    speaker: Annotated[Line | None, entry("发言人", "发言人的姓名。", example="陈思远")] = None
    salutation: Annotated[
        Line | None,
        entry("称呼", "对听众的称呼；末尾的冒号可以不写。", example="尊敬的各位领导，同志们："),
    ] = None
    body: Annotated[
        SpokenBody,
        body_entry(
            "按照会议安排，我代表人民路街道作表态发言。\n"
            "一、坚决提高站位，扛牢创建责任\n"
            "会后立即召开动员会，把会议精神传达到每一名干部。\n"
            "二、坚决攻坚克难，补齐短板弱项\n"
            "围绕测评反馈的132个问题，逐一建账、逐项销号。一是整治老旧小区。二是整治背街小巷。\n"
            "三、坚决发动群众，凝聚创建合力\n"
            "组建志愿服务队46支，群众知晓率达到95%以上。\n"
            "我们坚信，人民路街道一定能够交出一份合格答卷！"
        ),
    ]
