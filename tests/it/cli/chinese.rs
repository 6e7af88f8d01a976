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
    $ delivery plan --proposed
    按建议安排了 1 次送货
    送货 1 安排在2026年3月27日（周五）。
    $ delivery round
    2026年3月27日（周五）的路线：1 家；装车 大米 15 kg；应收 0.00
    送货编号  情况  逾期天数  片区  地址  客户编号  名称    货物        用完        应收  欠款  门口须知
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
    联系方式    上门
    能否发消息  没问过
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
    客户编号  名称    片区  电话        发薪日    欠款  最早到期    应收  未到期  逾期1-7天  逾期8-30天  逾期31-60天  逾期61天起  预存  承诺金额  承诺付款日
    C001      林阿嬷        0912345678  25      530.00  2026-04-25  0.00  530.00       0.00        0.00         0.00        0.00  0.00

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
       1  2026-03-27 00:00:00          do    yes   登记客户 C001 林阿嬷
       2  2026-03-27 00:00:00          do    yes   登记客户 C002 林阿嬷
       3  2026-03-27 00:00:00          do    yes   登记商品 大米
       4  2026-03-27 00:00:00          do    yes   设置 C001 林阿嬷 的大米存量
       5  2026-03-27 00:00:00          do    yes   C001 林阿嬷 2026年3月20日（周五）看缸：大米还剩 2 kg
       6  2026-03-27 00:00:00          do    yes   按建议安排了 1 次送货
       7  2026-03-27 00:00:00          do    no    已送到 C001 林阿嬷，货款 630.00（大米 15 kg）
       8  2026-03-27 00:00:00          undo  yes   已撤销：已送到 C001 林阿嬷，货款 630.00（大米 15 kg）
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
    ]), @r"
    $ --help
    知道每家哪天用完，赶在前面送到，发薪日收钱

    用法：ricejar [选项] [命令]

    命令：
      init         新建本子
      shop         店和店规
      customer     要送货的家庭和商家
      product      店里卖的商品
      jar          客户家里有多少，哪天用完
      delivery     送货上门
      tab          赊账：谁欠多少，从哪天起
      follow-up    回访：要为客户做的事
      contact      和客户的联系
      promise      付款承诺：哪天付、付多少
      skip         停送：客户暂时不要的货
      today        今天要做的：送货、收款、回访
      report       报告预测准不准、要进什么货
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
          --format <FORMAT>  列表的格式；不写就是表格，导出则是 CSV [可选：table, csv, json, jsonl]
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
    formats（格式）、columns（列）、exit-codes（退出码）。手册页：ricejar man。

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
          --format <FORMAT>  列表的格式；不写就是表格，导出则是 CSV [可选：table, csv, json, jsonl]
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
          --format <FORMAT>  列表的格式；不写就是表格，导出则是 CSV [可选：table, csv, json, jsonl]
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
