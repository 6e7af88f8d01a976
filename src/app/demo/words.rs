//! The words of the sample shop: names, streets, and what people say at the door.
//!
//! They are rows of a notebook, as a shopkeeper would have typed them, and no sentences of the
//! program; so they are kept here and not in the catalogues.

use crate::domain::customer::Channel;
use crate::domain::shop::Language;

/// The sample texts of a shopkeeper in one language.
pub(super) struct SampleWords {
    pub(super) language: Language,
    pub(super) shop: &'static str,
    /// Parts of a town that is too large for one round.
    pub(super) districts: &'static [&'static str],
    pub(super) areas: &'static [&'static str],
    /// Name, unit and kind, in the order of `goods::GOODS`.
    pub(super) products: [(&'static str, &'static str, &'static str); 5],
    pub(super) holidays: [&'static str; 4],
    pub(super) door_notes: &'static [&'static str],
    pub(super) tags: &'static [&'static str],
    pub(super) notes: &'static [&'static str],
    pub(super) reasons_left: &'static [&'static str],
    pub(super) reasons_missed: &'static [&'static str],
    pub(super) reasons_cancelled: &'static [&'static str],
    /// Channel and mood of a contact, and its text.
    pub(super) talks: &'static [(Channel, u8, &'static str)],
    /// Texts of follow-ups, each with its outcome.
    pub(super) follow_ups: &'static [(&'static str, &'static str)],
    pub(super) first_calls: &'static [&'static str],
    pub(super) promise: &'static str,
    pub(super) gone: &'static str,
    pub(super) back: &'static str,
    pub(super) kindness: &'static str,
    pub(super) lost: &'static str,
    pub(super) miscounted: &'static str,
    pub(super) methods: &'static [&'static str],
}

impl SampleWords {
    pub(super) fn of(language: Language) -> &'static Self {
        match language {
            Language::English => &ENGLISH,
            Language::Chinese => &CHINESE,
        }
    }
}

use Channel::{Message, Phone, Visit};

const ENGLISH: SampleWords = SampleWords {
    language: Language::English,
    shop: "Yongqing Rice",
    districts: &[
        "North", "East", "South", "West", "Harbour", "Hill", "Market", "Park", "Station", "Lake",
        "Mill", "Garden",
    ],
    areas: &[
        "竹巷",
        "Riverside",
        "Old Town",
        "Temple Gate",
        "河边",
        "School Road",
        "Dockside",
        "New Village",
    ],
    products: [
        ("rice", "kg", "rice"),
        ("oil", "L", "oil"),
        ("noodles", "kg", "noodles"),
        ("eggs", "pcs", "eggs"),
        ("gas", "cylinder", "gas"),
    ],
    holidays: ["New Year", "Spring Festival", "Labour Day", "National Day"],
    door_notes: &[
        "ring twice",
        "dog, but friendly",
        "leave with the guard",
        "knock, the bell is broken",
        "back door",
        "shoes off",
        "hard of hearing",
        "call from downstairs",
        "jar under the sink",
        "no lift",
        "after 5 pm only",
        "baby asleep at noon",
        "key under the flowerpot",
    ],
    tags: &["long grain", "new crop", "regular", "student", "festival", "neighbour", "picky"],
    notes: &[
        "likes new crop rice",
        "son works at the bank",
        "grandmother cooks",
        "pays in small notes",
        "diabetic, brown rice now and then",
        "cooks for the neighbours too",
    ],
    reasons_left: &["moved away", "buys at the supermarket", "eats at the daughter's", "closed"],
    reasons_missed: &["nobody home", "gate locked", "phone off", "road flooded"],
    reasons_cancelled: &["still has enough", "travelling", "got a sack as a gift"],
    talks: &[
        (Visit, 5, "said the rice smells like the old days"),
        (Visit, 4, "glad that the jar was cleaned"),
        (Phone, 3, "asked for the delivery in the evening"),
        (Message, 4, "thanks for carrying it up to the fifth floor"),
        (Phone, 2, "found a weevil in the jar; cleaned it and brought a new sack"),
        (Visit, 1, "the last sack was torn, angry"),
        (Message, 3, "asked for the price of the new crop"),
        (Phone, 4, "guests from Friday, wants more"),
        (Visit, 3, "the grandson is learning to cook"),
        (Phone, 2, "waited at home all morning"),
        (Visit, 5, "sent us the neighbour from the third floor"),
        (Message, 4, "says the new noodles are good"),
    ],
    follow_ups: &[
        ("ask whether the new crop tastes good", "likes it, stays with it"),
        ("bring the price list for the festival", "ordered for the festival"),
        ("visit: the last sack was torn", "replaced, content again"),
        ("ask about the bigger jar", "wants to think about it"),
        ("call about the new baby", "wants a bag more each month"),
        ("show the gas hose, it is old", "hose changed"),
        ("ask about the evening delivery", "after six is best"),
        ("collect the empty cylinder", "collected"),
    ],
    first_calls: &["all well", "tastes good, thanks us", "jar is a little small"],
    promise: "will pay then, said so at the door",
    gone: "buys at the supermarket for now",
    back: "is back: the supermarket does not carry it up",
    kindness: "regular for years",
    lost: "moved away, not to be found",
    miscounted: "one bag too many on the tab",
    methods: &["cash", "cash", "cash", "bank"],
};

const CHINESE: SampleWords = SampleWords {
    language: Language::Chinese,
    shop: "永庆米店",
    districts: &[
        "东区", "西区", "南区", "北区", "中山", "和平", "文山", "大安", "信义", "新华", "长宁",
        "青羊",
    ],
    areas: &["竹巷", "河边", "老街", "庙口", "学府路", "码头", "眷村", "Old Town"],
    products: [
        ("大米", "公斤", "米"),
        ("花生油", "升", "油"),
        ("面条", "公斤", "面"),
        ("鸡蛋", "个", "蛋"),
        ("煤气", "桶", "气"),
    ],
    holidays: ["元旦", "春节", "劳动节", "国庆节"],
    door_notes: &[
        "按两次门铃",
        "有狗，不咬人",
        "放保安室",
        "门铃坏了，敲门",
        "走后门",
        "进门脱鞋",
        "耳朵不好，大声点",
        "到楼下先打电话",
        "米缸在水槽下面",
        "没有电梯",
        "下午五点以后",
        "中午孩子睡觉",
        "钥匙在花盆底下",
    ],
    tags: &["长粒米", "新米", "老客户", "学生", "过节多要", "街坊", "挑剔"],
    notes: &[
        "爱吃新米",
        "儿子在银行上班",
        "奶奶做饭",
        "喜欢用零钱付",
        "血糖高，偶尔要糙米",
        "也给邻居做饭",
    ],
    reasons_left: &["搬走了", "去超市买了", "到女儿家吃饭", "歇业"],
    reasons_missed: &["没人在家", "大门锁了", "电话打不通", "路上淹水"],
    reasons_cancelled: &["家里还有", "出门旅行", "亲戚送了一袋"],
    talks: &[
        (Visit, 5, "说米香得像从前一样"),
        (Visit, 4, "米缸洗干净了，很高兴"),
        (Phone, 3, "希望傍晚送"),
        (Message, 4, "谢谢扛上五楼"),
        (Phone, 2, "米里有虫，已经洗缸换新米"),
        (Visit, 1, "上次的袋子破了，很生气"),
        (Message, 3, "问新米的价钱"),
        (Phone, 4, "星期五有客人，要多送一点"),
        (Visit, 3, "孙子在学做饭"),
        (Phone, 2, "在家等了一个上午"),
        (Visit, 5, "介绍了三楼的邻居"),
        (Message, 4, "说新面条好吃"),
    ],
    follow_ups: &[
        ("问新米合不合口味", "喜欢，以后都要这个"),
        ("送过节的价目表", "过节的货订了"),
        ("上门看看：上次袋子破了", "换了新的，不生气了"),
        ("问要不要换大米缸", "说再想想"),
        ("打电话贺喜添丁", "以后每月多一袋"),
        ("煤气管旧了，去看看", "换了新管"),
        ("问晚上送方不方便", "六点以后最好"),
        ("收空煤气桶", "收回来了"),
    ],
    first_calls: &["一切都好", "说好吃，谢谢我们", "米缸小了一点"],
    promise: "当面说好那天付",
    gone: "最近去超市买",
    back: "又回来买：超市不给扛上楼",
    kindness: "多年老客户",
    lost: "搬走了，找不到人",
    miscounted: "多记了一袋",
    methods: &["现金", "现金", "现金", "银行转账"],
};

pub(super) const SURNAMES: &[&str] = &[
    "陈", "林", "黄", "张", "李", "王", "吴", "刘", "蔡", "杨", "许", "郑", "谢", "郭", "洪", "邱",
    "曾", "廖", "赖", "徐", "周", "叶", "苏", "庄", "吕", "江", "何", "罗", "高", "萧", "潘", "简",
    "朱", "钟", "彭", "游", "詹", "胡", "施", "沈", "余", "卢", "梁", "赵", "颜", "柯", "翁", "魏",
    "孙", "戴", "范", "宋", "方", "邓", "杜", "傅", "侯", "曹", "薛", "丁", "单", "任", "欧阳",
    "陳", "劉", "鄭", "張",
];

pub(super) const GIVEN: &[&str] = &[
    "志明", "春娇", "淑芬", "淑惠", "美玲", "雅婷", "怡君", "家豪", "建宏", "俊杰", "丽华", "秀英",
    "桂英", "建国", "伟", "芳", "敏", "静", "磊", "洋", "娜", "强", "军", "杰", "涛", "明", "超",
    "霞", "平", "刚", "玉兰", "秀兰", "国强", "文华", "金龙", "水生", "阿财", "宗翰", "佳颖",
    "欣怡", "承恩", "宥翔", "品妍", "子轩", "梓涵", "浩然", "思远", "雨桐", "嘉怡", "晓梅", "小红",
    "海燕", "春生", "福来", "添丁", "永庆", "月娥", "素贞", "宝珠", "惠美", "信宏", "冠宇", "柏翰",
    "彦廷",
];

/// Forms of address of neighbours, appended to the surname.
pub(super) const CALLED: &[&str] =
    &["家", "阿嬷", "师傅", "伯", "太太", "老师", "阿姨", "大哥", "奶奶", "医生", "爷爷", "婶"];

/// Forms of address and nicknames of elderly people.
pub(super) const ELDERS: &[&str] = &["阿嬷", "爷爷", "奶奶", "阿土伯"];

/// Nicknames of neighbours, used without a surname.
pub(super) const PETS: &[&str] =
    &["阿明", "阿珠", "阿土伯", "小芳", "阿福", "胖哥", "阿娥姨", "小宝妈"];

pub(super) const FIRST: &[&str] = &[
    "Alice", "Ben", "Carol", "David", "Emma", "Frank", "Grace", "Henry", "Irene", "Jack", "Kate",
    "Liam", "Mary", "Noah", "Olive", "Peter", "Rosa", "Sam", "Tess", "Walter", "Nina", "Oscar",
];

pub(super) const LAST: &[&str] = &[
    "Baker", "Brown", "Carter", "Doyle", "Evans", "Fisher", "Green", "Hughes", "Kelly", "Lewis",
    "Mills", "Novak", "O'Brien", "Parker", "Reid", "Shaw", "Turner", "Walsh", "Young", "Larsen",
];

/// A trade in Chinese goes behind a given name, one in English behind a surname.
pub(super) const TRADES: &[&str] =
    &["面馆", "快餐", "早点", "饭店", "小吃", "食堂", "包子铺", "幼儿园"];

pub(super) const ENGLISH_TRADES: &[&str] =
    &["Café", "Bakery", "Diner", "Kitchen", "Noodle Bar", "Guesthouse"];
