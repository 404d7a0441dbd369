"""Small made-up documents in any number, for measuring a store as large as an archive.

    python bench/corpus.py FOLDER [-n 10000]

Each is a notice of some 200 characters with two measures, their owners, a number and a deadline; about 100 quads.
The same number gives the same files.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

CITIES = ["宁波市", "烟台市", "洛阳市", "柳州市", "宜昌市", "衢州市", "济宁市", "赣州市", "绵阳市", "佛山市", "襄阳市",
          "漳州市"]
BUREAUS = ["科学技术局", "财政局", "教育局", "商务局", "农业农村局", "文化和旅游局", "水利局", "交通运输局"]
FIELDS = ["智能家电", "未来产业", "低空经济", "数字文旅", "养老服务", "智慧水利", "乡村物流", "新材料", "工业母机",
          "海洋牧场"]
ACTS = ["加快{}平台建设", "完善{}扶持政策", "推进{}示范应用", "培育{}骨干企业", "开展{}专项行动", "优化{}空间布局"]


def text_of(number: int) -> str:
    """The text of one document.

    >>> text_of(7).splitlines()[0] == text_of(7).splitlines()[0] != text_of(8).splitlines()[0]
    True
    """
    chance = random.Random(number)
    city, (first, second) = chance.choice(CITIES), chance.sample(FIELDS, 2)
    a, b, c = chance.sample(BUREAUS, 3)
    year = chance.randint(2016, 2025)
    return (
        f"{city}人民政府办公室关于做好{first}和{second}工作的通知\n{city[:-1]}政办发〔{year}〕{number}号\n"
        f"各县（市、区）人民政府：\n　　为推动{first}发展，现就有关事项通知如下：\n"
        f"　　一、{chance.choice(ACTS).format(first)}。到{year + 2}年底，新增{first}企业{chance.randint(5, 900)}家。"
        f"（牵头单位：市{a}；配合单位：市{b}）\n"
        f"　　二、{chance.choice(ACTS).format(second)}。支持{first}与{second}融合发展。（责任单位：市{c}）\n"
        f"　　{city}人民政府办公室\n　　{year}年{chance.randint(1, 12)}月{chance.randint(1, 28)}日\n")


def write(folder: Path, count: int) -> None:
    """The first ``count`` documents as files of a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"{number:06}.txt").write_text(text_of(number), "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("-n", type=int, default=10_000, help="how many")
    options = parser.parse_args()
    write(options.folder, options.n)


if __name__ == "__main__":
    main()
