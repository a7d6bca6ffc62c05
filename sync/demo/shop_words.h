// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

/// @file The vocabulary of the sample shop, in English and Chinese side by side.

namespace causeway::demo {

struct Word {
    const char* english;
    const char* chinese;
};

/// A leaf of the category tree: its parent's place in kDepartments, and its name.
struct Shelf {
    int department;
    Word name;
};

inline constexpr std::array kDepartments{
    Word{"Tea", "茶"},      Word{"Books", "图书"},   Word{"Music", "音乐"},
    Word{"Garden", "园艺"}, Word{"Kitchen", "厨房"}, Word{"Stationery", "文具"},
};

inline constexpr std::array kShelves{
    Shelf{0, {"Green tea", "绿茶"}},   Shelf{0, {"Black tea", "红茶"}},
    Shelf{0, {"Oolong", "乌龙茶"}},    Shelf{1, {"Novels", "小说"}},
    Shelf{1, {"Cookbooks", "烹饪书"}}, Shelf{1, {"Picture books", "绘本"}},
    Shelf{2, {"Records", "唱片"}},     Shelf{2, {"Instruments", "乐器"}},
    Shelf{2, {"Sheet music", "乐谱"}}, Shelf{3, {"Seeds", "种子"}},
    Shelf{3, {"Tools", "工具"}},       Shelf{3, {"Pots", "花盆"}},
    Shelf{4, {"Knives", "刀具"}},      Shelf{4, {"Bowls", "碗"}},
    Shelf{4, {"Teapots", "茶壶"}},     Shelf{5, {"Pens", "笔"}},
    Shelf{5, {"Paper", "纸"}},         Shelf{5, {"Ink", "墨水"}},
};

inline constexpr std::array kQualities{
    Word{"Misty Mountain", "云雾山"},
    Word{"Old Town", "老城"},
    Word{"Riverside", "河畔"},
    Word{"First Snow", "初雪"},
    Word{"Jasmine", "茉莉"},
    Word{"Copper", "黄铜"},
    Word{"Café Zürich", "苏黎世咖啡馆"},
    Word{"Night Market 🏮", "夜市 🏮"},
    Word{"Bamboo 🎋", "竹韵 🎋"},
    Word{"Lighthouse", "灯塔"},
    Word{"Señor Gato 🐈", "猫先生 🐈"},
    Word{"Thousand Islands", "千岛"},
    Word{"Morning Dew", "晨露"},
};

inline constexpr std::array kGivenNames{
    Word{"Ada", "爱达"},      Word{"Wei", "伟"},  Word{"José", "何塞"}, Word{"Mei", "梅"},
    Word{"Łukasz", "卢卡什"}, Word{"Ying", "颖"}, Word{"Zoë", "佐伊"},  Word{"Jun", "军"},
    Word{"Søren", "索伦"},    Word{"Lan", "兰"},
};

inline constexpr std::array kFamilyNames{
    Word{"Nakamura", "中村"}, Word{"O'Brien", "奥布赖恩"},      Word{"Zhang", "张"},
    Word{"Li", "李"},         Word{"Müller", "米勒"},           Word{"Wang", "王"},
    Word{"Chen", "陈"},       Word{"García", "加西亚"},         Word{"Ångström", "埃格斯特朗"},
    Word{"Liu", "刘"},        Word{"de la Cruz", "德拉克鲁斯"},
};

inline constexpr std::array kCities{
    Word{"Shanghai", "上海"}, Word{"Hamburg", "汉堡"},   Word{"Chengdu", "成都"},
    Word{"Oslo", "奥斯陆"},   Word{"Guangzhou", "广州"}, Word{"Lisbon", "里斯本"},
    Word{"Kyoto", "京都"},
};

inline constexpr std::array kRemarks{
    Word{"Please ring twice.", "请按两次门铃。"},
    Word{"A present 🎁", "是礼物 🎁"},
    Word{"Leave it with the neighbour", "放在邻居那里"},
    Word{"100% cotton \\ no \"plastic\"", "纯棉，不要\"塑料\""},
};

} // namespace causeway::demo
