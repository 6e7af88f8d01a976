# 不允许的事。hint 另起一行，说明可以怎么办。

refused-code-taken = 编号 { $code } 已经是{ $name }的了。
    .hint = 换一个编号；不填则自动编号。
refused-no-name = 客户要有名称。
refused-not-there = 没有{ $what } { $which }。
    .hint = 现有的请看列表，撤销过的请看流水。
refused-more-than-owed = { $name }只欠 { $owed }，优惠或核销不能更多。
    .hint = 要退钱给客户，请记退款：tab refund。
refused-more-than-held = { $name } 的押金只有 { $held }，不能退更多。
refused-retired = “{ $name }”已从{ $day }起停售。
    .hint = 要恢复销售，请用 product restore。
refused-not-retired = “{ $name }”正在销售。
    .hint = 只有停售的商品才能恢复销售。
refused-over-limit = { $name }已欠 { $balance }，再记就超过赊账上限 { $limit }{ $trust ->
        [none] { "" }
       *[other] （信用 { $trust }）
    }。
    .hint = 可以：最多记 { $room }{ $has_goods ->
        [0] { "" }
       *[other] （{ $goods }）
    }；或现在先收 { $part }（上门时 --paid，否则 tab pay）；或写明原因照样记（--over-limit=原因，或再保存一次）。
refused-unknown-method = 本店没有“{ $text }”这种付款方式，可选：{ $methods }
    .hint = 要增加一种：shop set methods "{ $methods }、{ $text }"
refused-repeated-payment = 不到一分钟前刚记过{ $name }{ $day }的同一笔付款 { $amount }。
    .hint = 如果确实是另一笔，请再保存一次，或加 --again。
refused-not-the-balance = { $day }日终{ $name }欠 { $balance }，对账只能对这个数。
    .hint = 先用 tab show 看账，补记漏掉的，再对账。
refused-breaks-agreement = { $name }{ $day }对过账，欠 { $agreed }；这样记就成了 { $balance }。
    .hint = 请记在对账之后的日期，例如记一笔更正；或先撤销那次对账。
refused-closed-already = { $day }已经日结。
    .hint = 用 day list 查看。要重新日结，请先撤销原来的。
refused-day-closed = { $day }已经日结，那天的账和送货不能再动。
    .hint = 请记一笔今天的更正，注明那一天：tab correct 客户 金额 --closed-day { $iso }
refused-day-changed = { $day }的账在日结之后变过。
    .hint = 请重新日结：day close。
refused-not-closed = { $day }还没有日结，更正不用注明它。
    .hint = 用 --on 直接记在那一天。
refused-counted-otherwise = 各面额加起来是 { $sum }，不是 { $counted }。
    .hint = 两样只填一样，或重新点一遍。
refused-difference-unexplained = 账上应有 { $expected }，实点 { $counted }，差 { $difference }。
    .hint = 请再点一遍，或写明差额的原因（--reason）。
refused-already-left = { $name }在{ $on }就已停购了。
refused-not-left = { $name }并没有停购。
refused-has-left = { $name }已于{ $on }停购，不再送货。
    .hint = 如果又开始买了，请先恢复客户：customer return。
refused-referred-by-themselves = { $name }不能是自己介绍来的。
refused-not-received = 第 { $entry } 号记录不是付款也不是押金，开不了收据。
    .hint = 各条记录的编号见：tab show。
refused-opening-written = { $name }的期初欠款已经记过了。
    .hint = 请用更正来调整：tab correct。
refused-more-away-than-people =
    { $people ->
        [0] { $name }家里还没有登记人口，无法记外出人数。
       *[other] { $name }家里只有 { $people } 口人，外出人数不能更多。
    }
    .hint = 全家外出就不用填人数；否则请先修改家庭人口。
refused-away-twice = { $name }从{ $from }到{ $to }已经记了外出。
    .hint = 请先撤销那一条，或者换不重叠的日期。
refused-product-taken = 已经有商品叫{ $name }了。
    .hint = 换一个名称，或者修改原有的商品。
refused-product-incomplete = 商品要有名称、单位和价格。
refused-unit-in-use = { $name }已经记过数量，单位不能再改。
    .hint = 请用新单位另建一个商品。
refused-currency-in-use = 已经记过金额，币种不能再改。
    .hint = 请为另一种币种新建本子：init。
refused-no-delivery-days = 店里每周至少要有一天送货。
refused-no-jar = { $name }没有设置{ $product }的存量。
    .hint = 请先设置：jar set。
refused-nothing-to-review = { $name }的{ $product }用量没有超出偶然的变化。
refused-no-capacity = 还不知道{ $name }家的{ $product }最多能放多少，无法按几成来算。
    .hint = 请直接填余量的数量，或先设置容量：jar set --capacity。
refused-more-than-it-holds = { $product }最多放 { $capacity }，不可能有 { $level }。
    .hint = 请核对数字，或把容量改大：jar set --capacity。
refused-usual-does-not-fit = 最多只能放 { $capacity }，放不下每次常送的 { $usual }。
    .hint = 每次少送一些，或把容量改大。
refused-nothing-to-deliver = 没有要送给{ $name }的东西。
    .hint = 请写明商品和数量，或先设置家里存量：jar set。
refused-which-jar = 给{ $name }的这次送货有好几种商品，不清楚余量是哪一种的。
    .hint = 请在余量前写明商品。
refused-which-product = { $count ->
        [0] { $name }家里还没有登记任何存量。
       *[other] { $name }家里有好几种：{ $jars }。
    }
    .hint = 请在客户后面写明商品。
refused-not-open = 给{ $name }的送货 { $delivery } 已在{ $on }结束。
    .hint = 如果记错了，可以撤销：undo。
refused-not-delivered = 给{ $name }的送货 { $delivery } 还没送到，没有价钱、余量和付款可改。
    .hint = 可以改日期和数量；送到了请用 delivery done 登记。
refused-in-the-past = { $day }已经过去，不能再安排。
    .hint = 请选今天或以后的日子。
refused-in-the-future = { $day }还没到，不能提前记录。
    .hint = 请选今天或以前的日子。
refused-not-later = { $day }不晚于{ $than }。
    .hint = 请选更晚的日子。
refused-not-positive = 金额要大于零。
refused-too-large = { $what }太大了。
    .hint = 请核对零的个数。
refused-too-small = { $what }太小了。
    .hint = 请核对数字和正负号。
refused-named-twice = { $what }“{ $text }”写了两次。
    .hint = 只写一次即可。
refused-empty-text = { $what }是空的。
refused-bad-text = { $what }“{ $text }”里有不能用的字符。
    .hint = 请去掉分号和换行。
refused-too-long = { $what }“{ $begins }……”太长：{ $length } 个字，最多 { $limit } 个字。
    .hint = 请缩短后再试。
refused-too-many = { $what }太多：{ $count } 个，最多 { $limit } 个。
refused-bad-form = “{ $text }”不是有效的{ $what }。
refused-no-digits = 电话号码“{ $text }”里没有数字。
    .hint = 联系方式的说明请写进备注。
refused-follow-up-closed = 回访“{ $text }”已在{ $on }结束。
    .hint = 如果记错了，可以撤销：undo。
refused-no-reminder-due = 今天不用提醒{ $name }付款。
    .hint = 可能已经提醒过、已有付款承诺，或还没到步骤：reminder list、shop show
refused-no-consent = { $name }没有同意接收信息（{ $channel }）。
    .hint = 请先征得同意再登记：customer edit --consent yes；或换一种方式：phone、visit
refused-not-reachable = { $name }没有登记号码或地址，不能用{ $channel }联系。
    .hint = 请补上：customer edit --phone 号码、--email 地址；或换一种方式：visit
refused-reminder-not-moved = 催款提醒不能推迟。
    .hint = 请登记付款承诺，到那天以前不会提醒；也可以不做这一次，下一步照样会来
refused-promised-twice = { $name }已经承诺{ $day }付款。
    .hint = 请选别的日子，或先取消那个承诺：promise drop。
refused-nothing-to-undo = 没有可以撤销的。
refused-nothing-to-undo-by = “{ $name }”没有可以撤销的操作。
    .hint = 流水里有每个人的名字：journal。
refused-nothing-to-redo = 没有可以重做的。
    .hint = 只有刚撤销、之后又没有别的改动，才能重做。
refused-already-undone = { $action } 已经撤销过了。
    .hint = 要恢复它，请重做：redo。
refused-later-stands = 不能撤销，因为后来的改动以它为基础：{ $at } 的 { $action }，{ $deed }。
    .hint = 请先撤销 { $action }：undo。
refused-no-room-to-redo = { $action } 不能重做：它的位置已被后来的改动占用。
    .hint = 请重新录入。
refused-number-taken = { $what }：编号 { $number } 已有别的记录在用。
    .hint = 去掉“id”这一列，就会另给新编号。
refused-jar-taken = { $name }已经设置过{ $product }的存量。
refused-planned-twice = { $day } 已经给 { $name } 安排了送货。
refused-nothing-chosen = 什么也没有选，无事可做。
refused-imported-before = 这个文件已在{ $day }导入过（流水 { $action }）：{ $rows } 行。
    .hint = 没有导入任何内容。确实要再导入一次，请加上 --again。
refused-import-known = 这些客户已经有了。
    .hint = 没有导入任何内容。如果不是同一个人，请加上 --again。
known-customer = 第 { $line } 行：{ $code } { $name } 的名称和电话与此相同。
known-in-file = 第 { $line } 行：第 { $first } 行的 { $name } 名称和电话与此相同。
refused-only-alone = 撤销和重做只能单独进行。
refused-one-of-several = { $about }：{ $because }其余的也都没有做。
    .hint = 不选这一个，或者先把它处理好。
