# 不允许的事。hint 另起一行，说明可以怎么办。

refused-code-taken = 编号 { $code } 已经是{ $name }的了。
    .hint = 换一个编号；不填则自动编号。
refused-no-name = 客户要有名字。
refused-not-there = 没有这个{ $what }：{ $which }。
    .hint = 可能已被撤销；请在列表里查看现有的。
refused-already-left = { $name }在{ $on }就已停购了。
refused-not-left = { $name }并没有停购。
refused-has-left = { $name }已于{ $on }停购，不再送货。
    .hint = 如果又开始买了，请先恢复客户：customer return。
refused-referred-by-themselves = { $name }不能是自己介绍来的。
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
refused-currency-in-use = 已经记过金额，货币不能再改。
    .hint = 请为另一种货币新建一个文件：init。
refused-no-delivery-days = 店里每周至少要有一天送货。
refused-no-jar = { $name }没有{ $product }的米缸。
    .hint = 请先设置米缸：jar set。
refused-no-capacity = 还不知道{ $name }的{ $product }米缸能装多少，无法按几成来算。
    .hint = 请直接填余量的数量，或先设置容量：jar set --capacity。
refused-more-than-it-holds = { $product }米缸只能装 { $capacity }，不可能有 { $level }。
    .hint = 请核对数字，或把容量改大：jar set --capacity。
refused-usual-does-not-fit = 米缸只能装 { $capacity }，放不下每次常送的 { $usual }。
    .hint = 每次少送一些，或把容量改大。
refused-nothing-to-deliver = 没有要送给{ $name }的东西。
    .hint = 请写明商品和数量，或先设置米缸：jar set。
refused-which-jar = 这次送货要给{ $name }装好几个米缸，不清楚说的是哪一个。
    .hint = 请在余量前写明商品。
refused-not-open = 给{ $name }的送货 { $delivery } 已在{ $on }结束。
    .hint = 如果记错了，可以撤销：undo。
refused-in-the-past = { $day }已经过去，不能再安排。
    .hint = 请选今天或以后的日子。
refused-in-the-future = { $day }还没到，不能提前记录。
    .hint = 请选今天或以前的日子。
refused-not-later = { $day }不晚于{ $than }。
    .hint = 请选更晚的日子。
refused-not-positive = 金额要大于零，{ $amount } 不行。
refused-too-large = { $what }太大，记不下。
    .hint = 请核对零的个数。
refused-empty-text = { $what }是空的。
refused-bad-text = { $what }“{ $text }”里有不能用的字符。
    .hint = 请去掉分号和换行。
refused-follow-up-closed = 跟进“{ $text }”已在{ $on }结束。
    .hint = 如果记错了，可以撤销：undo。
refused-nothing-to-undo = 没有可以撤销的。
refused-nothing-to-redo = 没有可以重做的。
    .hint = 只有刚撤销、之后又没有别的改动，才能重做。
refused-already-undone = { $action } 已经撤销过了。
    .hint = 要恢复它，请重做：redo。
refused-later-stands = 不能撤销，因为后来的改动以它为基础：{ $at } 的 { $action }，{ $deed }。
    .hint = 请先撤销 { $action }：undo。
refused-no-room-to-redo = { $action } 不能重做：它的位置已被后来的改动占用。
    .hint = 请重新录入。
refused-import-row = 第 { $row } 行：{ $because }
