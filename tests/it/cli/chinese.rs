//! The same in Chinese.

use super::Shop;

#[test]
fn a_day_of_the_shop_in_chinese() {
    let shop = Shop::none().in_chinese();
    insta::assert_snapshot!(shop.play(&[
        "init --name 永庆米店",
        "customer add 林阿嬷 --phone 0912345678 --adults 5 --payday 25",
        "customer add 林阿嬷 --phone 0912345678",
        "product add 大米 --unit kg --price 42 --pack 15 --stock 100",
        "jar set C001 大米 --capacity 20 --monthly 12",
        "jar read C001 dami 1/10 --on 2026-03-20",
        "jar why C001 dm",
        "delivery plan --proposed",
        "delivery round",
        "delivery done 1 --paid 100",
        "customer show C001",
        "tab list",
        "today",
        "undo",
        "journal",
    ]), @"
    $ init --name 永庆米店
    已新建本子：shop.ricejar
    $ customer add 林阿嬷 --phone 0912345678 --adults 5 --payday 25
    登记客户 C001 林阿嬷
    编号是 C001。
    $ customer add 林阿嬷 --phone 0912345678
    登记客户 C002 林阿嬷
    编号是 C002。
    ! 已有同名或同电话的客户：C001 林阿嬷。
    $ product add 大米 --unit kg --price 42 --pack 15 --stock 100
    登记商品 大米
    没有填大人每天的用量，先按 0.15 kg 算；可以修改商品，改成别的数或 none。
    $ jar set C001 大米 --capacity 20 --monthly 12
    设置 C001 林阿嬷 的大米存量
    $ jar read C001 dami 1/10 --on 2026-03-20
    C001 林阿嬷 2026年3月20日（周五）看缸：大米还剩 2 kg
    大米：大约2026年3月26日（周四）用完，2026年3月20日（周五）前送到不断货。
    $ jar why C001 dm
    2026年3月20日（周五）看缸：还剩 2 kg。
    现在大约还剩 0 kg。
    5 口人用。
    每天 0.39 kg：客户说每月用 12 kg。
    大约2026年3月26日（周四）用完（3月21日到4月28日之间）。
    最晚安全送货日：2026年3月20日（周五）。
    送货窗口：3月20日到3月21日。
    逾期：多半3月26日就用完了。
    $ delivery plan --proposed
    按建议安排了 1 次送货
    送货 1 安排在2026年3月27日（周五）。
    $ delivery round
    2026年3月27日（周五）的路线：1 家；装车 大米 15 kg；应收 0.00
    送货编号  情况  逾期天数  片区  地址  客户编号  名称    货物        用完        应收  欠款  门口须知  其中建议
           1  逾期         1              C001      林阿嬷  大米 15 kg  2026-03-26  0.00  0.00
    $ delivery done 1 --paid 100
    已送到 C001 林阿嬷，货款 630.00（大米 15 kg）
    回访 1：2026年3月30日（周一）到期。
    现在欠 530.00。
    最早一笔2026年4月25日（周六）到期。
    大米：大约2026年5月7日（周四）用完，2026年4月12日（周日）前送到不断货。
    $ customer show C001
    C001 林阿嬷
    类别        家庭
    人口        大人 5，小孩 0，老人 0
    电话        0912345678
    发薪日      每月25日：2026年4月25日（周六）、2026年5月25日（周一）、2026年6月25日（周四）
    赊账        现在欠 530.00。
    最早到期    2026年4月25日（周六）
    购买        买过一次，3月27日，630.00
    联系方式    上门
    同意的方式  没问过
    首次登记    2026年3月27日（周五）

    家里存量
    商品    余量  单位  用完        最晚安全    最晚送
    大米  16.031  kg    2026-05-07  2026-04-12  2026-04-11

    送货
    序号  日期        状态    货物          金额
       1  2026-03-27  已送到  大米 15 kg  630.00

    账目
    日期        种类  货物           金额  付款方式  备注
    2026-03-27  付款              -100.00
    2026-03-27  货款  大米 15 kg   630.00

    回访
    代号  到期日      内容
    1     2026-03-30  首次送货后问问满意吗
    $ tab list
    客户编号  名称    片区  电话        发薪日      欠款  最早到期    应收  未到期  逾期1-7天  逾期8-30天  逾期31-60天  逾期61天起  预存  承诺金额  承诺付款日  信用
    C001      林阿嬷        0912345678  每月25日  530.00  2026-04-25  0.00  530.00       0.00        0.00         0.00        0.00  0.00

    共欠 530.00，预存 0.00
    $ today
    永庆米店，2026年3月27日（周五）
    今天没有要做的事。
    $ undo
    已撤销：已送到 C001 林阿嬷，货款 630.00（大米 15 kg）
    赊账已结清。
    大米：大约2026年3月26日（周四）用完，2026年3月20日（周五）前送到不断货。
    $ journal
    序号  时间                 操作人  动作  有效  内容
       1  2026-03-27 00:00:00          执行  是    登记客户 C001 林阿嬷
       2  2026-03-27 00:00:00          执行  是    登记客户 C002 林阿嬷
       3  2026-03-27 00:00:00          执行  是    登记商品 大米
       4  2026-03-27 00:00:00          执行  是    设置 C001 林阿嬷 的大米存量
       5  2026-03-27 00:00:00          执行  是    C001 林阿嬷 2026年3月20日（周五）看缸：大米还剩 2 kg
       6  2026-03-27 00:00:00          执行  是    按建议安排了 1 次送货
       7  2026-03-27 00:00:00          执行  否    已送到 C001 林阿嬷，货款 630.00（大米 15 kg）
       8  2026-03-27 00:00:00          撤销  是    已撤销：已送到 C001 林阿嬷，货款 630.00（大米 15 kg）
    ");
}

#[test]
fn mistakes_and_help_in_chinese() {
    let shop = Shop::new().in_chinese();
    shop.says("customer add 林阿嬷 --phone '0912-345 678' --area 竹巷 --address '3 号 2 楼' --adults 2 --children 1 --elders 2 --payday 25");
    shop.says("product add rice --unit kg --price 42 --cost 30 --pack 15 --stock 500 --appetite 0.25 --kind rice");
    shop.says("jar set C001 rice --capacity 20 --usual 15 --monthly 12");
    insta::assert_snapshot!(shop.play(&[
        "--help",
        "journal --help",
        "delivery plan --help",
        "custmer",
        "customer add",
        "customer add x --adults 五",
        "customer add x --kind 家",
        "customer show 没有",
        "undo 1",
        "tab pay C001 １０",
        "jar read C001 rice 25",
        "today --as-of 2024-02-30",
    ]), @"
    $ --help
    知道每家哪天用完，赶在前面送到，发薪日收钱

    用法：ricejar [选项] [命令]

    命令：
      init         新建本子
      shop         店和店规
      customer     要送货的家庭和商家
      product      店里卖的商品
      price        定价：按客户、按数量、从某天起
      jar          客户家里有多少，哪天用完
      delivery     送货上门
      tab          赊账：谁欠多少，从哪天起
      collect      要收的款：到期、逾期、承诺，按走的顺序
      day          日结：当天的钱
      follow-up    回访：要为客户做的事
      contact      和客户的联系
      complaint    投诉和要求：答复、解决、回访
      container    周转容器：谁手上有多少，从哪天起
      promise      付款承诺：哪天付、付多少
      reminder     催款：按店里的步骤提醒到期的客户
      ticket       水票：卖票、余票、退票
      skip         停送：客户暂时不要的货
      statement    对账单：期初期末余额、每笔货款和付款
      receipt      一笔付款的收据
      today        今天要做的：送货、收款、回访
      report       报告预测准不准、要进什么货、账龄
      journal      每一次改动的流水
      undo         撤销最近一次，或某一条流水
      redo         重做最近撤销的
      export       导出一类的所有行
      import       从 CSV 文件导入：要么全部导入，要么一行不导
      backup       复制本子并核对，使用中也可以
      restore      恢复备份
      rescue       把损坏的本子里还能读的内容复制到新本子
      check        检查本子里的账是否都对得上
      demo         新建有多年历史的示范店
      completions  输出某种 shell 的补全脚本
      man          输出手册页，或写出全部手册页
      help         显示帮助

    通用选项：
          --db <FILE>        本子的文件 [环境变量：RICEJAR_DB]
          --demo             用一家临时的示范店
          --headless         不打开界面；单独使用时显示今天
          --as-of <DATE>     把哪一天当作今天 [环境变量：RICEJAR_TODAY]
          --lang <LANG>      语言：en 或 zh-CN
          --format <FORMAT>  列表的格式；不写就是表格，导出则是 CSV；html 只用于对账单和收据，hledger 只用于账本 [可选：table, csv, json,
                             jsonl, html, hledger]
      -o, --output <FILE>    写到文件而不是终端；- 表示标准输出
          --color <WHEN>     是否用颜色 [可选：auto, always, never] [默认：never]
          --config <FILE>    配置文件 [环境变量：RICEJAR_CONFIG]
          --theme <THEME>    界面的配色 [可选：dark, light, colour-blind]
          --ascii            界面的边框和记号只用 ASCII 字符
          --verbose          出错时也列出原因
          --by <NAME>        谁在操作，记入流水 [环境变量：RICEJAR_BY]

    选项：
      -h, --help  显示帮助

    例如：
      ricejar                                   # 打开界面
      ricejar --demo                            # 看看示范店
      ricejar today                             # 显示今天要做的
      ricejar help customer add

    不带命令时，ricejar 打开界面；带命令时只输出，从不提问。
    本子是一个文件，用 --db 指定，用 init 新建。

    更多帮助：ricejar help 命令，或主题 customers（客户）、dates（日期）、amounts（金额）、
    prices（定价）、sales（销售额）、formats（格式）、columns（列）、exit-codes（退出码）。手册页：ricejar man。

    退出码：
      0      完成
      1      店规不允许、没有找到，或检查出问题
      2      命令有误
      3      文件读不了或写不了
      4      已做成，但提示没能写出
      128+n  被信号 n 终止
    $ journal --help
    每一次改动的流水

    用法：ricejar journal [选项]
          ricejar journal <命令>

    命令：
      show  显示一条流水改了哪些行，改前和改后

    选项：
          --area <AREA>     只看这个片区的客户
          --tag <TAG>       只看有这个标签的客户；可多次给出，要全部都有
          --customer <WHO>  只看这位客户
          --from <DATE>     从这天起
          --to <DATE>       到这天为止
      -h, --help            显示帮助

    通用选项：
          --db <FILE>        本子的文件 [环境变量：RICEJAR_DB]
          --demo             用一家临时的示范店
          --headless         不打开界面；单独使用时显示今天
          --as-of <DATE>     把哪一天当作今天 [环境变量：RICEJAR_TODAY]
          --lang <LANG>      语言：en 或 zh-CN
          --format <FORMAT>  列表的格式；不写就是表格，导出则是 CSV；html 只用于对账单和收据，hledger 只用于账本 [可选：table, csv, json,
                             jsonl, html, hledger]
      -o, --output <FILE>    写到文件而不是终端；- 表示标准输出
          --color <WHEN>     是否用颜色 [可选：auto, always, never] [默认：never]
          --config <FILE>    配置文件 [环境变量：RICEJAR_CONFIG]
          --theme <THEME>    界面的配色 [可选：dark, light, colour-blind]
          --ascii            界面的边框和记号只用 ASCII 字符
          --verbose          出错时也列出原因
          --by <NAME>        谁在操作，记入流水 [环境变量：RICEJAR_BY]

    例如：
      ricejar journal --customer C001
    $ delivery plan --help
    安排一次送货，或全部建议的送货

    用法：ricejar delivery plan [选项] [WHO] [PRODUCT QTY]...

    参数：
      [WHO]             客户：编号、#号码、名称的一部分、拼音、首字母或电话号码
      [PRODUCT QTY]...  商品和数量，成对写；不写就按预测需要的

    选项：
          --proposed   安排所有建议的；再做一次也不会重复
          --on <DATE>  哪天送；和 --proposed 一起用时，只安排建议在这天的
      -h, --help       显示帮助

    通用选项：
          --db <FILE>        本子的文件 [环境变量：RICEJAR_DB]
          --demo             用一家临时的示范店
          --headless         不打开界面；单独使用时显示今天
          --as-of <DATE>     把哪一天当作今天 [环境变量：RICEJAR_TODAY]
          --lang <LANG>      语言：en 或 zh-CN
          --format <FORMAT>  列表的格式；不写就是表格，导出则是 CSV；html 只用于对账单和收据，hledger 只用于账本 [可选：table, csv, json,
                             jsonl, html, hledger]
      -o, --output <FILE>    写到文件而不是终端；- 表示标准输出
          --color <WHEN>     是否用颜色 [可选：auto, always, never] [默认：never]
          --config <FILE>    配置文件 [环境变量：RICEJAR_CONFIG]
          --theme <THEME>    界面的配色 [可选：dark, light, colour-blind]
          --ascii            界面的边框和记号只用 ASCII 字符
          --verbose          出错时也列出原因
          --by <NAME>        谁在操作，记入流水 [环境变量：RICEJAR_BY]

    例如：
      ricejar delivery plan C001 大米 15 --on 明天
      ricejar delivery plan --proposed
    $ custmer
    ! 没有“custmer”这个命令。
    ! 是不是想输入 customer？
    [exit 2]
    $ customer add
    ! 缺少：<NAME>
    ! 请看：ricejar customer add --help
    [exit 2]
    $ customer add x --adults 五
    ! --adults：“五”不是数字。
    ! 数字要写成 15、4.5 或 1240 这样。
    [exit 2]
    $ customer add x --kind 家
    ! --kind <KIND> 不能用“家”。
    ! 可选：household, business
    [exit 2]
    $ customer show 没有
    ! 找不到客户“没有”。
    ! 试试名称的一部分、拼音、首字母、编号或电话号码：customer list
    [exit 1]
    $ undo 1
    ! 不能撤销，因为后来的改动以它为基础：2026-03-27 00:00:00 的 #3，设置 C001 林阿嬷 的rice存量。
    ! 请先撤销 #3：undo。
    [exit 1]
    $ tab pay C001 １０
    C001 林阿嬷 付款 10
    现在预存 10。
    $ jar read C001 rice 25
    ! rice最多放 20，不可能有 25。
    ! 请核对数字，或把容量改大：jar set --capacity。
    [exit 1]
    $ today --as-of 2024-02-30
    ! --as-of：没有“2024-02-30”这一天。
    ! 请查一下日历：不是每个月都有 31 天。
    [exit 2]
    ");
}

#[test]
fn the_cells_of_a_table_are_in_chinese_and_those_of_a_file_are_stable_names() {
    let shop = Shop::none().in_chinese();
    insta::assert_snapshot!(shop.play(&[
        "init --name 永庆米店",
        "customer add 林阿嬷 --adults 3 --payday 25 --weekdays mon,wed --channel phone --consent phone,email",
        "customer add 面馆 --kind business --payday 10,25",
        "product add 大米 --unit kg --price 42 --pack 15 --stock 100",
        "jar set C001 大米 --capacity 20 --monthly 30 --every 14days",
        "jar set C002 大米 --capacity 20 --monthly 30 --on-call",
        "jar read C001 大米 1/10 --on 2026-03-20",
        "jar read C002 大米 enough",
        "follow-up add C001 打电话 --on +2",
        "tab charge C002 120",
        "contact add C001 --channel phone --text 好吃",
        "customer list",
        "jar list",
        "delivery propose --until +3",
        "contact list",
        "tab show C002",
        "tab list",
        "journal",
        "export customers --format table",
        "export customers",
        "export jars --format table",
        "export readings --format table",
        "export follow-ups --format table",
        "jar list --format json",
    ]), @r#"
    $ init --name 永庆米店
    已新建本子：shop.ricejar
    $ customer add 林阿嬷 --adults 3 --payday 25 --weekdays mon,wed --channel phone --consent phone,email
    登记客户 C001 林阿嬷
    编号是 C001。
    $ customer add 面馆 --kind business --payday 10,25
    登记客户 C002 面馆
    编号是 C002。
    $ product add 大米 --unit kg --price 42 --pack 15 --stock 100
    登记商品 大米
    没有填大人每天的用量，先按 0.15 kg 算；可以修改商品，改成别的数或 none。
    $ jar set C001 大米 --capacity 20 --monthly 30 --every 14days
    设置 C001 林阿嬷 的大米存量
    $ jar set C002 大米 --capacity 20 --monthly 30 --on-call
    设置 C002 面馆 的大米存量
    $ jar read C001 大米 1/10 --on 2026-03-20
    C001 林阿嬷 2026年3月20日（周五）看缸：大米还剩 2 kg
    大米：大约2026年4月3日（周五）用完，2026年4月3日（周五）前送到不断货。
    $ jar read C002 大米 enough
    C002 面馆 2026年3月27日（周五）看缸：大米还够
    大米：大约2026年4月9日（周四）用完，2026年3月31日（周二）前送到不断货。
    $ follow-up add C001 打电话 --on +2
    2026年3月29日（周日）回访 C001 林阿嬷（打电话）
    回访 1：2026年3月29日（周日）到期。
    $ tab charge C002 120
    C002 面馆 记账 120.00
    现在欠 120.00。
    最早一笔2026年4月10日（周五）到期。
    $ contact add C001 --channel phone --text 好吃
    与 C001 林阿嬷 联系（好吃）
    $ customer list
    编号  名称    种类  电话  片区  地址  成人  小孩  老人  发薪日            欠款  最早到期    最早用完    停购日
    C001  林阿嬷  家庭                       3     0     0  每月25日          0.00              2026-04-03
    C002  面馆    商家                       0     0     0  每月10日、25日  120.00  2026-04-10  2026-04-09
    $ jar list
    客户编号  名称    片区  商品  余量  单位  每天用量  送货方式  最早用完    用完        最晚用完    最早送      最晚安全    最晚送      情况
    C001      林阿嬷        大米     0  kg       0.986  每14天    2026-04-03  2026-04-03  2026-04-03  2026-04-01  2026-04-03  2026-04-01
    C002      面馆          大米  12.5  kg       0.986  来电才送  2026-04-02  2026-04-09  2026-04-23  2026-04-04  2026-03-31
    $ delivery propose --until +3
    日期  客户编号  名称  片区  商品  数量  单位  最早送  用完  理由  情况  怎么送
    $ contact list
    序号  日期        客户编号  名称    方式  心情  内容
       1  2026-03-27  C001      林阿嬷  电话        好吃
    $ tab show C002
    序号  日期        种类  货物    金额    欠款  到期日        未清  冲抵  付款方式  参考号  备注
       1  2026-03-27  货款        120.00  120.00  2026-04-10  120.00

    C002 面馆 的赊账：120.00
    $ tab list
    客户编号  名称  片区  电话  发薪日            欠款  最早到期    应收  未到期  逾期1-7天  逾期8-30天  逾期31-60天  逾期61天起  预存  承诺金额  承诺付款日  信用
    C002      面馆              每月10日、25日  120.00  2026-04-10  0.00  120.00       0.00        0.00         0.00        0.00  0.00

    共欠 120.00，预存 0.00
    $ journal
    序号  时间                 操作人  动作  有效  内容
       1  2026-03-27 00:00:00          执行  是    登记客户 C001 林阿嬷
       2  2026-03-27 00:00:00          执行  是    登记客户 C002 面馆
       3  2026-03-27 00:00:00          执行  是    登记商品 大米
       4  2026-03-27 00:00:00          执行  是    设置 C001 林阿嬷 的大米存量
       5  2026-03-27 00:00:00          执行  是    设置 C002 面馆 的大米存量
       6  2026-03-27 00:00:00          执行  是    C001 林阿嬷 2026年3月20日（周五）看缸：大米还剩 2 kg
       7  2026-03-27 00:00:00          执行  是    C002 面馆 2026年3月27日（周五）看缸：大米还够
       8  2026-03-27 00:00:00          执行  是    2026年3月29日（周日）回访 C001 林阿嬷（打电话）
       9  2026-03-27 00:00:00          执行  是    C002 面馆 记账 120.00
      10  2026-03-27 00:00:00          执行  是    与 C001 林阿嬷 联系（好吃）
    $ export customers --format table
    序号  编号  名称    种类  电话  电子邮箱  片区  地址  门口须知  成人  小孩  老人  人口变化  不在家  发薪日          哪天送      赊账上限  标签  介绍人  生日  方式  语言  同意的方式  备注  加入日      停购日  停购原因  外部编号
       1  C001  林阿嬷  家庭                                           3     0     0                    每月25日        周一、周三                                电话        电话、邮件        2026-03-27
       2  C002  面馆    商家                                           0     0     0                    每月10日、25日                                            上门        没问过            2026-03-27
    $ export customers
    id,code,name,kind,phone,email,area,address,door_note,adults,children,elders,household_changes,away,payday,weekdays,limit,tag,referred_by,birthday,channel,language,consent,note,joined_on,left_on,left_reason,external
    1,C001,林阿嬷,household,,,,,,3,0,0,,,25,"mon,wed",,,,,phone,,"phone,email",,2026-03-27,,,
    2,C002,面馆,business,,,,,,0,0,0,,,"10,25",,,,,,visit,,unknown,,2026-03-27,,,
    $ export jars --format table
    序号  客户编号  商品  常送量  容量  每月用量  每天用量  送货方式  提前天数  售价  从哪天学起
       1  C001      大米            20        30            每14天           0
       2  C002      大米            20        30            来电才送         0
    $ export readings --format table
    序号  客户编号  商品  日期        余量  送货编号  种类
       1  C001      大米  2026-03-20     2            大概
       2  C002      大米  2026-03-27     5            还够
    $ export follow-ups --format table
    序号  客户编号  内容    原定日期    到期日      重复  规则  由头  状态  完成日  结果
       1  C001      打电话  2026-03-29  2026-03-29                    待办
    $ jar list --format json
    [
    {"customer":"C001","name":"林阿嬷","area":"","product":"大米","level":0,"unit":"kg","rate":0.986,"strategy":"2 weeks","runs_out_low":"2026-04-03","runs_out":"2026-04-03","runs_out_high":"2026-04-03","earliest":"2026-04-01","safe":"2026-04-03","latest":"2026-04-01","state":null},
    {"customer":"C002","name":"面馆","area":"","product":"大米","level":12.5,"unit":"kg","rate":0.986,"strategy":"on-call","runs_out_low":"2026-04-02","runs_out":"2026-04-09","runs_out_high":"2026-04-23","earliest":"2026-04-04","safe":"2026-03-31","latest":null,"state":null}
    ]
    "#);
}
