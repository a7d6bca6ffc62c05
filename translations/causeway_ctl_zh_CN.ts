<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AlertPatrol</name>
    <message>
        <source>%1 alert %2: %3</source>
        <comment>time, rule, sentence</comment>
        <translation>%1 告警 %2：%3</translation>
    </message>
    <message>
        <source>%1 alert %2 has cleared</source>
        <comment>time, rule</comment>
        <translation>%1 告警 %2 已解除</translation>
    </message>
</context>
<context>
    <name>AlertSettingsText</name>
    <message>
        <source>Alerts go to the command: %1</source>
        <translation>告警交给命令：%1</translation>
    </message>
    <message>
        <source>Alerts go to the web address: %1…</source>
        <translation>告警发往网址：%1…</translation>
    </message>
    <message>
        <source>Alerts go to no command and no web address.</source>
        <translation>告警不交给任何命令或网址。</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>AlertText</name>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>No alert stands.</source>
        <translation>当前没有告警。</translation>
    </message>
    <message>
        <source>%1 is muted until %2.</source>
        <translation>%1 已静音至 %2。</translation>
    </message>
    <message>
        <source>%1 is muted.</source>
        <translation>%1 已静音。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>It is not one of: %1.</source>
        <translation>它不是以下之一：%1。</translation>
    </message>
    <message>
        <source>name rules, or give --all</source>
        <translation>请指明规则，或给出 --all</translation>
    </message>
    <message>
        <source>all rules: %1</source>
        <translation>所有规则：%1</translation>
    </message>
</context>
<context>
    <name>AlertsAckCommand</name>
    <message>
        <source>acknowledge alerts: they are quiet until they clear and come again</source>
        <translation>确认告警：在解除并再次出现之前不再提示</translation>
    </message>
</context>
<context>
    <name>AlertsCheckCommand</name>
    <message>
        <source>look now whether there is something to alert to, and hand it over; for cron</source>
        <translation>立即检查是否有需要告警的事并发出；供 cron 使用</translation>
    </message>
</context>
<context>
    <name>AlertsListCommand</name>
    <message>
        <source>show the alerts that stand, as they were found last</source>
        <translation>显示上次检查时存在的告警</translation>
    </message>
    <message>
        <source>also what was raised, cleared, acknowledged, muted and delivered</source>
        <translation>同时显示触发、解除、确认、静音和送达的记录</translation>
    </message>
</context>
<context>
    <name>AlertsMuteCommand</name>
    <message>
        <source>mute rules: their alerts are listed, but nobody is told</source>
        <translation>静音规则：其告警仍会列出，但不通知任何人</translation>
    </message>
    <message>
        <source>for N hours (until &quot;alerts unmute&quot;)</source>
        <translation>静音 N 小时（默认直到 “alerts unmute”）</translation>
    </message>
</context>
<context>
    <name>AlertsSetCommand</name>
    <message>
        <source>set limits and to whom alerts go; without arguments, show them</source>
        <translation>设置上限以及告警交给谁；不带参数时显示设置</translation>
    </message>
    <message>
        <source>run this program, without a shell: JSON on standard input, CAUSEWAY_ALERT_* in the environment</source>
        <translation>不经 shell 运行此程序：标准输入为 JSON，环境变量为 CAUSEWAY_ALERT_*</translation>
    </message>
    <message>
        <source>an argument of the program (may be repeated)</source>
        <translation>程序的一个参数（可重复）</translation>
    </message>
    <message>
        <source>send JSON by POST to this http or https address</source>
        <translation>以 POST 把 JSON 发往此 http 或 https 网址</translation>
    </message>
    <message>
        <source>neither program nor address</source>
        <translation>既不用程序也不用网址</translation>
    </message>
    <message>
        <source>how long program or address may take (30)</source>
        <translation>程序或网址最多可用多久（30）</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no rule=limit</source>
        <translation>“%1” 不是 规则=上限 的形式</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number, nor &quot;off&quot;.</source>
        <translation>“%1” 既不是数，也不是 “off”。</translation>
    </message>
    <message>
        <source>give only one of --command, --webhook and --no-hook</source>
        <translation>--command、--webhook 和 --no-hook 只能给出一个</translation>
    </message>
    <message>
        <source>--argument belongs to --command</source>
        <translation>--argument 只能与 --command 一起使用</translation>
    </message>
    <message>
        <source>--webhook needs an address</source>
        <translation>--webhook 需要一个网址</translation>
    </message>
</context>
<context>
    <name>AlertsTestCommand</name>
    <message>
        <source>hand a test to the program or web address that alerts go to</source>
        <translation>向接收告警的程序或网址发送一次测试</translation>
    </message>
    <message>
        <source>The program or web address</source>
        <translation>程序或网址</translation>
    </message>
    <message>
        <source>Set one by &quot;causewayctl alerts set --command PROGRAM&quot; or &quot;--webhook URL&quot;.</source>
        <translation>请用 “causewayctl alerts set --command PROGRAM” 或 “--webhook URL” 设置。</translation>
    </message>
    <message>
        <source>The test was delivered.</source>
        <translation>测试已送达。</translation>
    </message>
</context>
<context>
    <name>AlertsUnmuteCommand</name>
    <message>
        <source>end the muting of rules; what still stands is told then</source>
        <translation>取消静音；仍然存在的告警随即通知</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>--lang knows en and zh_CN</source>
        <translation>--lang 只支持 en 和 zh_CN</translation>
    </message>
    <message>
        <source>Stopping at the next safe point. Press Ctrl+C again to stop at once.</source>
        <translation>将在下一个安全点停止。再按一次 Ctrl+C 立即停止。</translation>
    </message>
</context>
<context>
    <name>ApplicationText</name>
    <message>
        <source>one JSON document on standard output, nothing else</source>
        <translation>标准输出只有一个 JSON 文档</translation>
    </message>
    <message>
        <source>language of messages</source>
        <translation>消息所用的语言</translation>
    </message>
    <message>
        <source>show this help</source>
        <translation>显示此帮助</translation>
    </message>
    <message>
        <source>show the version</source>
        <translation>显示版本</translation>
    </message>
    <message>
        <source>&quot;%1&quot; needs one of its sub-commands</source>
        <translation>“%1” 需要一个子命令</translation>
    </message>
    <message>
        <source>there is no command &quot;%1&quot;</source>
        <translation>没有命令 “%1”</translation>
    </message>
    <message>
        <source>&quot;%1&quot; needs more arguments: %2</source>
        <translation>“%1” 还需要参数：%2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; takes no argument &quot;%2&quot;</source>
        <translation>“%1” 不接受参数 “%2”</translation>
    </message>
    <message>
        <source>a command is missing</source>
        <translation>缺少命令</translation>
    </message>
    <message>
        <source>Usage: causewayctl [OPTIONS] COMMAND [ARGUMENTS]</source>
        <translation>用法：causewayctl [选项] 命令 [参数]</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>命令：</translation>
    </message>
    <message>
        <source>Options of all commands:</source>
        <translation>所有命令通用的选项：</translation>
    </message>
    <message>
        <source>Usage: causewayctl</source>
        <translation>用法：causewayctl</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>选项：</translation>
    </message>
    <message>
        <source>ask nothing, even on a terminal</source>
        <translation>即使在终端上也不提问</translation>
    </message>
    <message>
        <source>(did you mean &quot;%1&quot;?)</source>
        <translation>（是否想输入“%1”？）</translation>
    </message>
</context>
<context>
    <name>BackupCommand</name>
    <message>
        <source>back up one side or both with the servers&apos; own dump programs</source>
        <translation>用服务器自带的转储程序备份一端或两端</translation>
    </message>
    <message>
        <source>what to back up (both)</source>
        <translation>备份哪一端（默认两端）</translation>
    </message>
    <message>
        <source>the folder for it, when it is not the profile&apos;s</source>
        <translation>存放备份的文件夹（默认为配置中的文件夹）</translation>
    </message>
    <message>
        <source>%1 is no InnoDB table: what changed in it meanwhile may be in the backup in part.</source>
        <translation>%1 不是 InnoDB 表：备份期间对它的更改可能只有一部分进入备份。</translation>
    </message>
    <message>
        <source>%1 has FLOAT columns: dumps keep about six digits of their values.</source>
        <translation>%1 有 FLOAT 列：转储只保留其数值的大约六位有效数字。</translation>
    </message>
    <message>
        <source>%1: %2 tables, %3 rows, %4: %5</source>
        <translation>%1：%2 张表，%3 行，%4：%5</translation>
    </message>
</context>
<context>
    <name>BackupListCommand</name>
    <message>
        <source>show the backups, newest first</source>
        <translation>列出备份，最新的在前</translation>
    </message>
    <message>
        <source>No backups in %1.</source>
        <translation>%1 中没有备份。</translation>
    </message>
</context>
<context>
    <name>BackupPruneCommand</name>
    <message>
        <source>remove old backups; of each database the newest good one always stays</source>
        <translation>删除旧备份；每个数据库最新的完好备份始终保留</translation>
    </message>
    <message>
        <source>of each database keep the newest N (the profile&apos;s number)</source>
        <translation>每个数据库保留最新的 N 个（默认为配置中的数量）</translation>
    </message>
    <message>
        <source>keep those of the last N days (the profile&apos;s number)</source>
        <translation>保留最近 N 天的备份（默认为配置中的天数）</translation>
    </message>
    <message>
        <source>only show what would be removed</source>
        <translation>只显示将删除哪些</translation>
    </message>
    <message>
        <source>%1 backups would be removed.</source>
        <translation>将删除 %1 个备份。</translation>
    </message>
    <message>
        <source>%1 backups were removed.</source>
        <translation>已删除 %1 个备份。</translation>
    </message>
</context>
<context>
    <name>BackupText</name>
    <message>
        <source>the folder of the backups, when it is not the profile&apos;s</source>
        <translation>备份所在的文件夹（默认为配置中的文件夹）</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>备份时间</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>端</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
</context>
<context>
    <name>CompareCommand</name>
    <message>
        <source>compare both sides value by value, writing nothing</source>
        <translation>逐值比对两端，不写入任何内容</translation>
    </message>
</context>
<context>
    <name>CompareText</name>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>Rows remote</source>
        <translation>远程行数</translation>
    </message>
    <message>
        <source>Rows local</source>
        <translation>本地行数</translation>
    </message>
    <message>
        <source>Only remote</source>
        <translation>仅远程</translation>
    </message>
    <message>
        <source>Only local</source>
        <translation>仅本地</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Both sides are equal.</source>
        <translation>两端一致。</translation>
    </message>
    <message>
        <source>The sides differ.</source>
        <translation>两端不一致。</translation>
    </message>
</context>
<context>
    <name>CompletionCommand</name>
    <message>
        <source>print the script that completes these commands in a shell</source>
        <translation>输出在 shell 中补全这些命令的脚本</translation>
    </message>
    <message>
        <source>there is completion for bash, zsh and fish, not for &quot;%1&quot;</source>
        <translation>只有 bash、zsh 和 fish 的补全，没有“%1”的</translation>
    </message>
</context>
<context>
    <name>ConfigEffectiveCommand</name>
    <message>
        <source>show what each setting is in the end, and which layer says so</source>
        <translation>显示每项设置最终的值，以及由哪一层决定</translation>
    </message>
    <message>
        <source>as &quot;sync&quot; would be given it</source>
        <translation>与传给“sync”的相同</translation>
    </message>
</context>
<context>
    <name>ConfigListCommand</name>
    <message>
        <source>show db_sync_config: how each table is synced</source>
        <translation>显示 db_sync_config：各表如何同步</translation>
    </message>
</context>
<context>
    <name>ConfigSetCommand</name>
    <message>
        <source>change how tables are synced</source>
        <translation>更改表的同步方式</translation>
    </message>
</context>
<context>
    <name>ConfigText</name>
    <message>
        <source>&quot;%1&quot; is not one of: %2.</source>
        <translation>“%1”不在允许的值之内：%2。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no whole number.</source>
        <translation>“%1”不是整数。</translation>
    </message>
    <message>
        <source>&quot;config set&quot; takes table names and column=value pairs</source>
        <translation>“config set” 需要表名和“列=值”</translation>
    </message>
    <message>
        <source>Only these columns can be set: %1.</source>
        <translation>只能设置这些列：%1。</translation>
    </message>
</context>
<context>
    <name>ConflictText</name>
    <message>
        <source>changed on both sides</source>
        <translation>两端都已修改</translation>
    </message>
    <message>
        <source>changed on remote, deleted on local</source>
        <translation>远程已修改，本地已删除</translation>
    </message>
    <message>
        <source>deleted on remote, changed on local</source>
        <translation>远程已删除，本地已修改</translation>
    </message>
    <message>
        <source>new on both sides, different</source>
        <translation>两端都新增，内容不同</translation>
    </message>
    <message>
        <source>deleted, but rows on the other side refer to it</source>
        <translation>已删除，但另一端有行引用它</translation>
    </message>
    <message>
        <source>another row holds the same unique value</source>
        <translation>另一行已有相同的唯一值</translation>
    </message>
    <message>
        <source>the other side cannot hold this row</source>
        <translation>另一端无法存放此行</translation>
    </message>
    <message>
        <source>(no row)</source>
        <translation>（无此行）</translation>
    </message>
    <message>
        <source>Conflict %1: %2, %3</source>
        <translation>冲突 %1：%2，%3</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>基准</translation>
    </message>
    <message>
        <source>Remote</source>
        <translation>远程</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>本地</translation>
    </message>
    <message>
        <source>The server said: %1</source>
        <translation>服务器返回：%1</translation>
    </message>
    <message>
        <source>Settled: %1, by %2, at %3</source>
        <translation>已处理：%1，处理人 %2，时间 %3</translation>
    </message>
    <message>
        <source>There are no conflicts.</source>
        <translation>没有冲突。</translation>
    </message>
    <message>
        <source>&quot;causewayctl conflicts show ID&quot; compares both rows; &quot;causewayctl conflicts resolve ID --use remote|local&quot; settles one.</source>
        <translation>“causewayctl conflicts show ID” 对比两端的行；“causewayctl conflicts resolve ID --use remote|local” 处理一个冲突。</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>发现时间</translation>
    </message>
    <message>
        <source>The number of a conflict is wanted here; &quot;conflicts list&quot; shows them.</source>
        <translation>此处需要冲突的编号；可用 “conflicts list” 查看。</translation>
    </message>
    <message>
        <source>Conflict %1</source>
        <translation>冲突 %1</translation>
    </message>
</context>
<context>
    <name>ConflictsListCommand</name>
    <message>
        <source>show the conflicts that wait for a decision</source>
        <translation>显示等待处理的冲突</translation>
    </message>
    <message>
        <source>only this table</source>
        <translation>仅此表</translation>
    </message>
    <message>
        <source>which ones (open)</source>
        <translation>显示哪些（默认 open）</translation>
    </message>
    <message>
        <source>at most so many</source>
        <translation>最多显示的数量</translation>
    </message>
</context>
<context>
    <name>ConflictsResolveCommand</name>
    <message>
        <source>settle conflicts: take one side&apos;s row, or a merged one</source>
        <translation>处理冲突：采用一端的行或合并后的行</translation>
    </message>
    <message>
        <source>all open conflicts</source>
        <translation>所有未处理的冲突</translation>
    </message>
    <message>
        <source>with --all: only those of this table</source>
        <translation>与 --all 一起使用：仅此表的冲突</translation>
    </message>
    <message>
        <source>the side whose row both sides get</source>
        <translation>两端都采用哪一端的行</translation>
    </message>
    <message>
        <source>merge: this column gets this value, the others come from --use (remote); may be repeated</source>
        <translation>合并：此列取此值，其余列取自 --use 指定的一端（默认 remote）；可重复</translation>
    </message>
    <message>
        <source>merge: this column becomes NULL</source>
        <translation>合并：此列设为 NULL</translation>
    </message>
    <message>
        <source>&quot;conflicts resolve&quot; takes either numbers or --all</source>
        <translation>“conflicts resolve” 需要编号或 --all，二者择一</translation>
    </message>
    <message>
        <source>--table belongs to --all</source>
        <translation>--table 须与 --all 一起使用</translation>
    </message>
    <message>
        <source>--use remote, --use local or --set says how to settle</source>
        <translation>须用 --use remote、--use local 或 --set 指明如何处理</translation>
    </message>
    <message>
        <source>--set settles one conflict at a time</source>
        <translation>--set 一次只能处理一个冲突</translation>
    </message>
    <message>
        <source>The number %1</source>
        <translation>编号 %1</translation>
    </message>
    <message>
        <source>This conflict is settled already.</source>
        <translation>此冲突已处理。</translation>
    </message>
    <message>
        <source>Conflict %1 stays open.</source>
        <translation>冲突 %1 仍未处理。</translation>
    </message>
    <message>
        <source>%1 of %2 conflicts settled.</source>
        <translation>已处理 %2 个冲突中的 %1 个。</translation>
    </message>
</context>
<context>
    <name>ConflictsShowCommand</name>
    <message>
        <source>compare both rows of conflicts, column by column</source>
        <translation>逐列对比冲突两端的行</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>Warning:</source>
        <translation>警告：</translation>
    </message>
    <message>
        <source>Error %1:</source>
        <translation>错误 %1：</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>处理方法：%1</translation>
    </message>
    <message>
        <source>[y/N]</source>
        <comment>the letters stay y and N</comment>
        <translation>[y/N]</translation>
    </message>
</context>
<context>
    <name>DemoCommand</name>
    <message>
        <source>run a sample shop on two private servers through a sync</source>
        <translation>用两个私有服务器上的示例商店演示一次同步</translation>
    </message>
</context>
<context>
    <name>DemoRun</name>
    <message>
        <source>Two private servers with the same shop are running, and people changed rows on both sides.</source>
        <translation>两个私有服务器正在运行，内容是同一家商店，两端都有人改动了数据。</translation>
    </message>
    <message>
        <source>What would a sync do? The dry run tells, and writes nothing.</source>
        <translation>同步会做什么？试运行给出答案，且不写入任何内容。</translation>
    </message>
    <message>
        <source>Sync: every change travels to the other side; what was changed on both sides waits.</source>
        <translation>同步：每处更改都传到另一端；两端都改过的行等待处理。</translation>
    </message>
    <message>
        <source>%1 conflicts wait for a person. Here every other one takes the remote row, the rest the local.</source>
        <translation>有 %1 个冲突等待处理。此处交替采用远程的行和本地的行。</translation>
    </message>
    <message>
        <source>%1 settled.</source>
        <translation>已处理 %1 个。</translation>
    </message>
    <message>
        <source>Sync again: there is nothing left to write.</source>
        <translation>再次同步：已没有要写入的内容。</translation>
    </message>
    <message>
        <source>The proof: both sides compared value by value, without Causeway&apos;s memory of them.</source>
        <translation>验证：逐值比对两端，不依赖 Causeway 的记录。</translation>
    </message>
    <message>
        <source>
The console shows the same with windows: start &quot;causeway&quot; and choose the demo.</source>
        <translation>
控制台以图形界面展示同样的内容：启动 “causeway” 并选择演示。</translation>
    </message>
</context>
<context>
    <name>DoctorCommand</name>
    <message>
        <source>Looking at %1 …</source>
        <translation>正在检查 %1…</translation>
    </message>
    <message>
        <source>find out what is wrong with a pair and what to do about it; repair it where that is safe</source>
        <translation>找出一对数据库有什么问题、该怎么办；在安全的前提下予以修复</translation>
    </message>
    <message>
        <source>repair what is safe to repair, and show every statement that was executed</source>
        <translation>修复可以安全修复的问题，并显示执行过的每条语句</translation>
    </message>
    <message>
        <source>also compare all enabled tables by value, which reads all of them</source>
        <translation>另外按值比对所有已启用的表（会读取全部数据）</translation>
    </message>
    <message>
        <source>leave out a finding that is known, by the name in brackets or its first word</source>
        <translation>不报告某项已知的情况，用方括号中的名称或其第一个词指定</translation>
    </message>
    <message>
        <source>instead: list what was repaired before, newest first</source>
        <translation>改为列出以往的修复，最新的在前</translation>
    </message>
    <message>
        <source>also list what is in order, with evidence</source>
        <translation>同时列出正常的项目及其依据</translation>
    </message>
    <message>
        <source>--fix and --history exclude each other</source>
        <translation>--fix 与 --history 不能同时使用</translation>
    </message>
    <message>
        <source>instead: say what an error code means and what to do, as DB_CONN_003</source>
        <translation>改为说明某个错误代码的含义和处理方法，例如 DB_CONN_003</translation>
    </message>
</context>
<context>
    <name>DoctorText</name>
    <message>
        <source>--fix repairs it</source>
        <translation>可由 --fix 修复</translation>
    </message>
    <message>
        <source>repaired by a command, once a person has decided</source>
        <translation>由人决定后用命令修复</translation>
    </message>
    <message>
        <source>only a person can repair it</source>
        <translation>只能由人来修复</translation>
    </message>
    <message>
        <source>What to do (%1):</source>
        <translation>处理方法（%1）：</translation>
    </message>
    <message>
        <source>What --fix would execute:</source>
        <translation>--fix 将执行：</translation>
    </message>
    <message>
        <source>Nothing needed to be executed.</source>
        <translation>无需执行任何语句。</translation>
    </message>
    <message>
        <source>Executed:</source>
        <translation>已执行：</translation>
    </message>
    <message>
        <source>Then it failed: %1</source>
        <translation>随后失败：%1</translation>
    </message>
    <message>
        <source>Interrupted: not everything was looked at.</source>
        <translation>已中断：并未检查全部项目。</translation>
    </message>
    <message>
        <source>All is well: %1 things were looked at (--verbose lists them).</source>
        <translation>一切正常：共检查 %1 项（--verbose 可逐项列出）。</translation>
    </message>
    <message>
        <source>Problems: %1 · warnings: %2 · in order: %3 (--verbose lists them)</source>
        <translation>问题：%1 · 警告：%2 · 正常：%3（--verbose 可逐项列出）</translation>
    </message>
    <message>
        <source>Not looked at, because of what is wrong above: %1</source>
        <translation>因上述问题而未检查：%1</translation>
    </message>
    <message>
        <source>Nothing was repaired yet.</source>
        <translation>尚未修复过任何问题。</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>处理方法：%1</translation>
    </message>
</context>
<context>
    <name>EffectiveText</name>
    <message>
        <source>not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>default</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>profile</source>
        <translation>连接配置</translation>
    </message>
    <message>
        <source>.env file</source>
        <translation>.env 文件</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>command line</source>
        <translation>命令行</translation>
    </message>
    <message>
        <source>db_sync_config</source>
        <translation>db_sync_config</translation>
    </message>
    <message>
        <source>this run</source>
        <translation>本次运行</translation>
    </message>
    <message>
        <source>instead of &quot;%1&quot;</source>
        <translation>取代“%1”</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>instead of x (file, line)</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
</context>
<context>
    <name>EnvOutcomeText</name>
    <message>
        <source>(not set)</source>
        <translation>（未设置）</translation>
    </message>
    <message>
        <source>DB_ENV of %1 was %2 and is %3 now.</source>
        <translation>%1 的 DB_ENV 原为 %2，现为 %3。</translation>
    </message>
    <message>
        <source>%1 points at the %2 side already; nothing was written.</source>
        <translation>%1 已指向 %2 端，未写入任何内容。</translation>
    </message>
    <message>
        <source>%1 was not switched: DB_ENV is still %2.</source>
        <translation>%1 未切换：DB_ENV 仍为 %2。</translation>
    </message>
    <message>
        <source>afterwards run this by the shell, for example a container restart (else what the profile names)</source>
        <translation>切换后由 shell 运行此命令，例如重启容器（默认运行连接配置中指定的命令）</translation>
    </message>
    <message>
        <source>run nothing, whatever the profile names</source>
        <translation>不运行任何命令，无论连接配置中指定了什么</translation>
    </message>
    <message>
        <source>Running: %1</source>
        <translation>正在运行：%1</translation>
    </message>
    <message>
        <source>It ended with exit code %1.</source>
        <translation>命令以退出码 %1 结束。</translation>
    </message>
    <message>
        <source>DB_ENV stays switched; &quot;causewayctl env undo&quot; takes it back.</source>
        <translation>DB_ENV 保持已切换状态；可用“causewayctl env undo”撤回。</translation>
    </message>
    <message>
        <source>The file as it was is kept as %1; &quot;causewayctl env undo&quot; takes the switch back.</source>
        <translation>原文件保留为 %1；可用“causewayctl env undo”撤回切换。</translation>
    </message>
</context>
<context>
    <name>EnvShowCommand</name>
    <message>
        <source>show which side an application&apos;s .env points at</source>
        <translation>显示应用程序的 .env 指向哪一端</translation>
    </message>
</context>
<context>
    <name>EnvSwitch</name>
    <message>
        <source>&quot;%1&quot; is neither &quot;remote&quot; nor &quot;local&quot;</source>
        <translation>“%1”既不是“remote”也不是“local”</translation>
    </message>
    <message>
        <source>Say which side: &quot;env switch remote&quot; or &quot;env switch local&quot;.</source>
        <translation>请指明哪一端：“env switch remote”或“env switch local”。</translation>
    </message>
    <message>
        <source>give only one of --sync and --no-sync</source>
        <translation>--sync 与 --no-sync 只能给出一个</translation>
    </message>
    <message>
        <source>%1 can be reached.</source>
        <translation>可以连接到 %1。</translation>
    </message>
    <message>
        <source>Sync both sides and compare them first, so that the application finds the same data there?</source>
        <translation>是否先同步并比对两端，使应用程序在另一端看到相同的数据？</translation>
    </message>
    <message>
        <source>Both sides are not synced first; --sync does that.</source>
        <translation>不会先同步两端；使用 --sync 可先同步。</translation>
    </message>
    <message>
        <source>The sides still differ; --no-sync switches all the same, without a proof.</source>
        <translation>两端仍有差异；使用 --no-sync 可不经证明直接切换。</translation>
    </message>
</context>
<context>
    <name>EnvSwitchCommand</name>
    <message>
        <source>point an application&apos;s .env at the other side, or at the one named</source>
        <translation>让应用程序的 .env 指向另一端，或指向指定的一端</translation>
    </message>
    <message>
        <source>sync both sides and compare them first; switch only when they are equal</source>
        <translation>先同步并比对两端，相同时才切换</translation>
    </message>
    <message>
        <source>do not, and do not ask</source>
        <translation>不同步，也不询问</translation>
    </message>
    <message>
        <source>switch although the side may not be reachable now</source>
        <translation>即使该端当前可能无法连接也切换</translation>
    </message>
</context>
<context>
    <name>EnvText</name>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>%1 does not set DB_ENV.</source>
        <translation>%1 没有设置 DB_ENV。</translation>
    </message>
    <message>
        <source>DB_ENV of %1 is &quot;%2&quot;: neither remote nor local.</source>
        <translation>%1 的 DB_ENV 为“%2”：既不是 remote 也不是 local。</translation>
    </message>
    <message>
        <source>%1 points at the %2 side.</source>
        <translation>%1 指向 %2 端。</translation>
    </message>
    <message>
        <source>&quot;causewayctl env undo&quot; takes the last switch back.</source>
        <translation>可用“causewayctl env undo”撤回上一次切换。</translation>
    </message>
    <message>
        <source>give only one of --profile and --env-file</source>
        <translation>--profile 与 --env-file 只能给出一个</translation>
    </message>
    <message>
        <source>The application&apos;s .env file</source>
        <translation>应用程序的 .env 文件</translation>
    </message>
    <message>
        <source>Name it by --env-file FILE, or by --profile NAME of a profile that has one.</source>
        <translation>请用 --env-file FILE 指定，或用 --profile NAME 指定一个带有 .env 的连接配置。</translation>
    </message>
</context>
<context>
    <name>EnvUndoCommand</name>
    <message>
        <source>take the last switch of an application&apos;s .env back</source>
        <translation>撤回对应用程序 .env 的上一次切换</translation>
    </message>
</context>
<context>
    <name>InitCommand</name>
    <message>
        <source>set a pair up: control tables, and a config row for every common table</source>
        <translation>初始化一对数据库：控制表，以及每个共有表的配置行</translation>
    </message>
    <message>
        <source>also make tables that only one side has on the other</source>
        <translation>同时在另一端创建只有一端拥有的表</translation>
    </message>
    <message>
        <source>do not ask before the statements are executed</source>
        <translation>执行语句前不询问</translation>
    </message>
    <message>
        <source>These statements will be executed:</source>
        <translation>将执行以下语句：</translation>
    </message>
    <message>
        <source>Execute them?</source>
        <translation>是否执行？</translation>
    </message>
    <message>
        <source>The pair is set up. No table was added to db_sync_config.</source>
        <translation>初始化完成。没有向 db_sync_config 添加表。</translation>
    </message>
    <message>
        <source>The pair is set up. Added to db_sync_config (%1):</source>
        <translation>初始化完成。已添加到 db_sync_config（%1 个）：</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>未做任何更改。</translation>
    </message>
</context>
<context>
    <name>LogListCommand</name>
    <message>
        <source>show past runs, newest first</source>
        <translation>显示以往的同步，最新的在前</translation>
    </message>
    <message>
        <source>only this table</source>
        <translation>仅此表</translation>
    </message>
    <message>
        <source>only this run</source>
        <translation>仅此次同步</translation>
    </message>
    <message>
        <source>only RUNNING, SUCCESS, PARTIAL, FAILED or CANCELLED</source>
        <translation>仅 RUNNING、SUCCESS、PARTIAL、FAILED 或 CANCELLED</translation>
    </message>
    <message>
        <source>only one row for each run</source>
        <translation>每次同步只显示一行</translation>
    </message>
    <message>
        <source>at most so many rows (200)</source>
        <translation>最多显示的行数（默认 200）</translation>
    </message>
    <message>
        <source>No runs are recorded for this filter.</source>
        <translation>当前筛选条件下没有记录。</translation>
    </message>
    <message>
        <source>only this direction</source>
        <translation>只显示此方向</translation>
    </message>
    <message>
        <source>only the last N days</source>
        <translation>只显示最近 N 天</translation>
    </message>
    <message>
        <source>only with this text in the run&apos;s id, the table&apos;s name, the code or the message</source>
        <translation>只显示运行编号、表名、代码或消息中含有此文字的记录</translation>
    </message>
</context>
<context>
    <name>LogPruneCommand</name>
    <message>
        <source>keep the last N days (30)</source>
        <translation>保留最近 N 天（默认 30）</translation>
    </message>
    <message>
        <source>%1 rows would be removed.</source>
        <translation>将清理 %1 行。</translation>
    </message>
    <message>
        <source>%1 rows were removed.</source>
        <translation>已清理 %1 行。</translation>
    </message>
    <message>
        <source>remove old rows from db_sync_log, but the last run of each table and runs whose conflicts are open</source>
        <translation>删除 db_sync_log 中的旧行，但保留每张表的最后一次运行，以及仍有未决冲突的运行</translation>
    </message>
    <message>
        <source>only tell what would be removed</source>
        <translation>只说明将会删除什么</translation>
    </message>
    <message>
        <source>They are of %1 runs, from %2 to %3.</source>
        <translation>它们属于 %1 次运行，时间从 %2 到 %3。</translation>
    </message>
    <message>
        <source>%1 rows are as old and would stay: the last run of each table, and runs whose conflicts are open.</source>
        <translation>另有 %1 行同样陈旧但会保留：每张表的最后一次运行，以及仍有未决冲突的运行。</translation>
    </message>
</context>
<context>
    <name>LogStatsCommand</name>
    <message>
        <source>sum up past runs: success rate, durations, rows per second, conflicts per day</source>
        <translation>汇总以往的运行：成功率、时长、每秒行数、每天的冲突</translation>
    </message>
    <message>
        <source>the last N days (30)</source>
        <translation>最近 N 天（30）</translation>
    </message>
    <message>
        <source>from this time on instead: 2026-11-25 or 2026-11-25T08:00, local time</source>
        <translation>改为从此时间起：2026-11-25 或 2026-11-25T08:00，本地时间</translation>
    </message>
    <message>
        <source>give only one of --since and --days</source>
        <translation>--since 与 --days 只能给出一个</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no date or time of the form 2026-11-25T08:00.</source>
        <translation>“%1” 不是 2026-11-25T08:00 形式的日期或时间。</translation>
    </message>
    <message>
        <source>From %1 to %2:</source>
        <translation>从 %1 到 %2：</translation>
    </message>
</context>
<context>
    <name>LogText</name>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>To local</source>
        <translation>写入本地</translation>
    </message>
    <message>
        <source>To remote</source>
        <translation>写入远程</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>(whole run)</source>
        <translation>（整次同步）</translation>
    </message>
</context>
<context>
    <name>ManualCommand</name>
    <message>
        <source>print the manual page; &quot;causewayctl manual | man -l -&quot; reads it</source>
        <translation>输出手册页；可用“causewayctl manual | man -l -”阅读</translation>
    </message>
</context>
<context>
    <name>ManualText</name>
    <message>
        <source>NAME</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>keep a remote and a local database in step</source>
        <translation>使远程与本地数据库保持一致</translation>
    </message>
    <message>
        <source>SYNOPSIS</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>[OPTIONS] COMMAND [ARGUMENTS]</source>
        <translation>[选项] 命令 [参数]</translation>
    </message>
    <message>
        <source>DESCRIPTION</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>ENVIRONMENT</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>The passwords; they win over keychain and .env file.</source>
        <translation>密码；优先于密钥环和 .env 文件。</translation>
    </message>
    <message>
        <source>The pair and its defaults, when no option names one.</source>
        <translation>未用选项指定时，由这些变量给出两端数据库及其默认值。</translation>
    </message>
    <message>
        <source>When set, messages have no colour.</source>
        <translation>设置后，消息不带颜色。</translation>
    </message>
    <message>
        <source>The language of messages, unless --lang is given.</source>
        <translation>消息的语言，除非给出 --lang。</translation>
    </message>
    <message>
        <source>EXIT STATUS</source>
        <translation>退出状态</translation>
    </message>
    <message>
        <source>FILES</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>The stored profiles; they hold no password.</source>
        <translation>已保存的连接配置；其中不含密码。</translation>
    </message>
    <message>
        <source>causewayctl keeps a remote and a local database in step.</source>
        <translation>causewayctl 使远程数据库和本地数据库保持一致。</translation>
    </message>
    <message>
        <source>Passwords come from CAUSEWAY_REMOTE_PASSWORD and CAUSEWAY_LOCAL_PASSWORD, from standard input, from the keychain or from the .env file; none need stand on the command line.</source>
        <translation>密码可来自 CAUSEWAY_REMOTE_PASSWORD 和 CAUSEWAY_LOCAL_PASSWORD、标准输入、密钥环或 .env 文件；无需写在命令行上。</translation>
    </message>
    <message>
        <source>Exit codes: 0 done, 1 done but a person is needed, 2 configuration, 3 connection, 4 sync, 5 system, 130 interrupted.</source>
        <translation>退出码：0 完成，1 完成但需要人工处理，2 配置，3 连接，4 同步，5 系统，130 中断。</translation>
    </message>
    <message>
        <source>COMMANDS</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation>选项</translation>
    </message>
</context>
<context>
    <name>MonitorCommand</name>
    <message>
        <source>show live figures: connections, latency, this machine, conflicts, the run at work; Ctrl+C ends it (exit code 0, or 130 before --count is reached)</source>
        <translation>显示实时数据：连接、延迟、本机、冲突、正在执行的同步；按 Ctrl+C 结束（退出码 0；未达到 --count 时为 130）</translation>
    </message>
    <message>
        <source>seconds between two looks (2)</source>
        <translation>两次采样之间的秒数（2）</translation>
    </message>
    <message>
        <source>end after N looks; the exit code is 3 when a side could not be reached at the last</source>
        <translation>采样 N 次后结束；最后一次有一端无法连接时退出码为 3</translation>
    </message>
    <message>
        <source>with --json: one document on a line for each look, at once; without it one document with --count 1, else a list of them at the end</source>
        <translation>与 --json 同用：每次采样立即输出一行一个文档；否则 --count 1 时输出一个文档，其余情况在结束时输出一个列表</translation>
    </message>
    <message>
        <source>--stream needs --json</source>
        <translation>--stream 需与 --json 同用</translation>
    </message>
</context>
<context>
    <name>MonitorText</name>
    <message>
        <source>%1 ms · %2 of %3 connections</source>
        <translation>%1 毫秒 · 连接 %2/%3</translation>
    </message>
    <message>
        <source>CPU %1 % · memory %2 of %3 · %4 free on disk</source>
        <translation>CPU %1 % · 内存 %2/%3 · 磁盘可用 %4</translation>
    </message>
    <message>
        <source>no table is enabled</source>
        <translation>没有启用任何表</translation>
    </message>
    <message>
        <source>never proved</source>
        <translation>从未证实</translation>
    </message>
    <message>
        <source>both sides equal, proved at %1</source>
        <translation>两端一致，证实于 %1</translation>
    </message>
    <message>
        <source>%1 of %2 tables proved equal, the first of them at %3</source>
        <translation>%2 个表中 %1 个已证实一致，最早证实于 %3</translation>
    </message>
    <message>
        <source>%1 %2 (%3), for %4, %5 of %6 tables done</source>
        <comment>type direction (trigger), duration, tables</comment>
        <translation>%1 %2（%3），已用 %4，完成 %5/%6 个表</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>, %1 rows/s</source>
        <translation>，%1 行/秒</translation>
    </message>
    <message>
        <source>at work</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>none at work</source>
        <translation>当前没有</translation>
    </message>
    <message>
        <source>%1 open · %2 settled</source>
        <translation>未决 %1 · 已解决 %2</translation>
    </message>
    <message>
        <source>Remote</source>
        <translation>远程</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>本地</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Consistency</source>
        <translation>一致性</translation>
    </message>
    <message>
        <source>remote %1</source>
        <translation>远程 %1</translation>
    </message>
    <message>
        <source>local %1</source>
        <translation>本地 %1</translation>
    </message>
    <message>
        <source>conflicts %1</source>
        <translation>冲突 %1</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>同步 %1</translation>
    </message>
    <message>
        <source>, about %1 left if it goes as the last time</source>
        <translation>，若与上次相同约剩 %1</translation>
    </message>
</context>
<context>
    <name>OptionParser</name>
    <message>
        <source>there is no option %1</source>
        <translation>没有选项 %1</translation>
    </message>
    <message>
        <source>the option %1 takes no value</source>
        <translation>选项 %1 不带值</translation>
    </message>
    <message>
        <source>the option %1 needs a value (%2)</source>
        <translation>选项 %1 需要一个值（%2）</translation>
    </message>
    <message>
        <source>the option %1 is given twice</source>
        <translation>选项 %1 出现了两次</translation>
    </message>
</context>
<context>
    <name>OptionText</name>
    <message>
        <source>only this table (may be repeated)</source>
        <translation>仅此表（可重复）</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not one of: %2.</source>
        <translation>“%1”不在允许的值之内：%2。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no whole number from %2 on.</source>
        <translation>“%1”不是大于或等于 %2 的整数。</translation>
    </message>
</context>
<context>
    <name>PairSource</name>
    <message>
        <source>give only one of --profile, --env-file and the pair --remote, --local</source>
        <translation>--profile、--env-file 与 --remote 加 --local 只能选一种</translation>
    </message>
    <message>
        <source>--remote and --local belong together</source>
        <translation>--remote 和 --local 必须同时给出</translation>
    </message>
    <message>
        <source>%1 holds a password and other users of this machine may read it; &quot;chmod 600&quot; corrects that.</source>
        <translation>%1 中有密码，而本机的其他用户可以读取它；用 “chmod 600” 可更正。</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>the environment</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>The pair of databases</source>
        <translation>要处理的一对数据库</translation>
    </message>
    <message>
        <source>Name it by --profile NAME, by --env-file FILE, by --remote URL --local URL, or by the DB_REMOTE_* and DB_LOCAL_* variables.</source>
        <translation>请用 --profile NAME、--env-file FILE、--remote URL --local URL，或 DB_REMOTE_* 与 DB_LOCAL_* 变量来指定。</translation>
    </message>
    <message>
        <source>Password of %1 (%2):</source>
        <translation>%1（%2）的密码：</translation>
    </message>
    <message>
        <source>The command</source>
        <translation>该命令</translation>
    </message>
    <message>
        <source>The profile &quot;%1&quot;</source>
        <translation>连接配置“%1”</translation>
    </message>
    <message>
        <source>the stored profile to work on</source>
        <translation>要使用的连接配置</translation>
    </message>
    <message>
        <source>the .env file that names the pair</source>
        <translation>指定这对数据库的 .env 文件</translation>
    </message>
    <message>
        <source>remote side: mysql://user@host:port/database, ?socket=, ?tls=, &amp;tls-ca=</source>
        <translation>远程端：mysql://user@host:port/database，?socket=、?tls=、&amp;tls-ca=</translation>
    </message>
    <message>
        <source>local side, in the same form</source>
        <translation>本地端，格式相同</translation>
    </message>
    <message>
        <source>read the passwords from standard input: first line remote, second line local</source>
        <translation>从标准输入读取密码：第一行为远程，第二行为本地</translation>
    </message>
    <message>
        <source>write although the profile is read-only</source>
        <translation>即使连接配置为只读也写入</translation>
    </message>
</context>
<context>
    <name>ProfileAccessCommand</name>
    <message>
        <source>make a profile read-only</source>
        <translation>将连接配置设为只读</translation>
    </message>
    <message>
        <source>allow writing to the databases of a profile</source>
        <translation>允许写入连接配置的数据库</translation>
    </message>
    <message>
        <source>The profile &quot;%1&quot; is read-only now.</source>
        <translation>连接配置“%1”现为只读。</translation>
    </message>
    <message>
        <source>The profile &quot;%1&quot; is writable now.</source>
        <translation>连接配置“%1”现可写入。</translation>
    </message>
</context>
<context>
    <name>ProfileAddCommand</name>
    <message>
        <source>store a profile made from --remote and --local</source>
        <translation>用 --remote 和 --local 新建并保存连接配置</translation>
    </message>
</context>
<context>
    <name>ProfileCommand</name>
    <message>
        <source>&quot;profile add&quot; needs --remote and --local</source>
        <translation>“profile add” 需要 --remote 和 --local</translation>
    </message>
</context>
<context>
    <name>ProfileExportCommand</name>
    <message>
        <source>write a profile to a .env file; other lines of an existing file stay</source>
        <translation>将连接配置写入 .env 文件；已有文件的其他行保持不变</translation>
    </message>
    <message>
        <source>write the passwords too</source>
        <translation>同时写入密码</translation>
    </message>
    <message>
        <source>The profile &quot;%1&quot; was written to %2.</source>
        <translation>连接配置“%1”已写入 %2。</translation>
    </message>
</context>
<context>
    <name>ProfileImportCommand</name>
    <message>
        <source>make a profile from a .env file, where its passwords stay</source>
        <translation>从 .env 文件新建连接配置，密码仍留在该文件中</translation>
    </message>
    <message>
        <source>name of the profile (else the file&apos;s)</source>
        <translation>连接配置的名称（默认为文件名）</translation>
    </message>
</context>
<context>
    <name>ProfileListCommand</name>
    <message>
        <source>show the stored profiles</source>
        <translation>显示已保存的连接配置</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>连接配置</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>访问</translation>
    </message>
    <message>
        <source>Remote</source>
        <translation>远程</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>本地</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>writable</source>
        <translation>可写</translation>
    </message>
    <message>
        <source>No profiles yet. &quot;causewayctl profile import FILE&quot; takes one from a .env file, &quot;causewayctl profile add NAME --remote URL --local URL&quot; makes one.</source>
        <translation>还没有连接配置。“causewayctl profile import FILE” 可从 .env 文件导入，“causewayctl profile add NAME --remote URL --local URL” 可新建。</translation>
    </message>
</context>
<context>
    <name>ProfileRemoveCommand</name>
    <message>
        <source>forget a profile and its passwords; databases stay as they are</source>
        <translation>移除连接配置及其密码；数据库不受影响</translation>
    </message>
    <message>
        <source>The profile &quot;%1&quot; was removed.</source>
        <translation>连接配置“%1”已移除。</translation>
    </message>
</context>
<context>
    <name>ProfileSetCommand</name>
    <message>
        <source>what kind of installation it is</source>
        <translation>属于哪种环境</translation>
    </message>
    <message>
        <source>run by the shell after &quot;env switch&quot;; empty: none</source>
        <translation>“env switch”之后由 shell 运行；空表示不运行</translation>
    </message>
    <message>
        <source>The profile &quot;%1&quot; was changed.</source>
        <translation>连接配置“%1”已修改。</translation>
    </message>
    <message>
        <source>It leads to other databases now and is read-only until &quot;causewayctl profile unlock&quot; opens it for writing.</source>
        <translation>它现在指向其他数据库，在用“causewayctl profile unlock”开放写入之前为只读。</translation>
    </message>
    <message>
        <source>change a profile: the .env it follows (--env-file), its environment, commands, backups</source>
        <translation>修改配置：所跟随的 .env（--env-file）、环境、命令、备份</translation>
    </message>
    <message>
        <source>back up the sides that a FULL run writes to before it starts</source>
        <translation>FULL 运行开始前，备份它要写入的端</translation>
    </message>
    <message>
        <source>back up both sides with a scheduled run when so many days have passed; 0: never</source>
        <translation>距上次备份满这么多天后，随计划运行备份两端；0 表示从不</translation>
    </message>
    <message>
        <source>of each side keep the newest N backups; 0: the number does not count</source>
        <translation>每端保留最新的 N 个备份；0 表示不按数量</translation>
    </message>
    <message>
        <source>keep the backups of the last N days; 0: the age does not count</source>
        <translation>保留最近 N 天的备份；0 表示不按时间</translation>
    </message>
    <message>
        <source>where backups go; empty: the user&apos;s data folder</source>
        <translation>备份的存放位置；为空则用用户的数据文件夹</translation>
    </message>
</context>
<context>
    <name>ProfileTestCommand</name>
    <message>
        <source>test both connections step by step, writing nothing</source>
        <translation>逐步测试两端的连接，不写入任何内容</translation>
    </message>
</context>
<context>
    <name>ProfileText</name>
    <message>
        <source>The password of the %1 side was not stored.</source>
        <translation>%1 端的密码未保存。</translation>
    </message>
    <message>
        <source>what kind of installation it is (DEV)</source>
        <translation>环境类别（默认 DEV）</translation>
    </message>
    <message>
        <source>allow writing at once (else read-only)</source>
        <translation>立即允许写入（否则为只读）</translation>
    </message>
    <message>
        <source>replace a profile of the same name</source>
        <translation>覆盖同名的连接配置</translation>
    </message>
    <message>
        <source>There is a profile of this name already; --replace overwrites it.</source>
        <translation>已有同名的连接配置；使用 --replace 可覆盖。</translation>
    </message>
    <message>
        <source>The profile &quot;%1&quot; was stored.</source>
        <translation>连接配置“%1”已保存。</translation>
    </message>
    <message>
        <source>It is read-only until &quot;causewayctl profile unlock&quot; opens it for writing.</source>
        <translation>在用 “causewayctl profile unlock” 开放写入之前，它是只读的。</translation>
    </message>
</context>
<context>
    <name>RepairCommand</name>
    <message>
        <source>after a restored backup or a move: look at the pair, accept it or refill a side</source>
        <translation>恢复备份或迁移之后：检查这一对数据库，接受现状或重新填充一侧</translation>
    </message>
    <message>
        <source>take both databases as what they are now; what differs becomes a conflict</source>
        <translation>按两侧数据库的现状接受；不同之处成为冲突</translation>
    </message>
    <message>
        <source>make this side what the other one is; every row it loses is kept among the conflicts</source>
        <translation>使这一侧与另一侧相同；它失去的每一行都保留在冲突记录中</translation>
    </message>
    <message>
        <source>Nothing is missing on either side. If these are the right databases: causewayctl repair --accept</source>
        <translation>两侧都没有缺失。如果就是这两个数据库：causewayctl repair --accept</translation>
    </message>
    <message>
        <source>Decide which is right:
  --accept          both count as they are now: equal rows are agreed, every other row waits
                    for a decision; nothing is deleted or overwritten
</source>
        <translation>请决定哪一侧是对的：
  --accept          两侧都按现状算数：相同的行视为一致，其余每一行
                    等待决定；不删除也不覆盖任何内容
</translation>
    </message>
    <message>
        <source>  --refill %1   make %1 what the other side is; every row that it loses is kept
</source>
        <translation>  --refill %1   使 %1 与另一侧相同；它失去的每一行都会保留
</translation>
    </message>
    <message>
        <source>%1 and %2 are the pair that was recorded; nothing is missing.</source>
        <translation>%1 与 %2 正是所记录的一对；没有缺失。</translation>
    </message>
    <message>
        <source>Accepted. Syncs go on from where they were.</source>
        <translation>已接受。同步从原处继续。</translation>
    </message>
    <message>
        <source>Accepted. What was agreed before counts no more: the next sync takes equal rows for agreed and queues every other row as a conflict. &quot;causewayctl sync --dry-run&quot; shows what it would do.</source>
        <translation>已接受。以前的一致记录不再算数：下一次同步把相同的行视为一致，其余每一行作为冲突排队。“causewayctl sync --dry-run”可显示它会做什么。</translation>
    </message>
    <message>
        <source>--accept and --refill exclude each other</source>
        <translation>--accept 与 --refill 不能同时使用</translation>
    </message>
</context>
<context>
    <name>ReportText</name>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>preparing</source>
        <translation>准备中</translation>
    </message>
    <message>
        <source>looking for changes</source>
        <translation>查找更改</translation>
    </message>
    <message>
        <source>transferring</source>
        <translation>传输中</translation>
    </message>
    <message>
        <source>verifying</source>
        <translation>验证中</translation>
    </message>
    <message>
        <source>cleaning up</source>
        <translation>清理中</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>insert</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Dry run, nothing was written. A run now would write %1 rows to local and %2 to remote.</source>
        <translation>试运行，未写入任何内容。现在同步将向本地写入 %1 行，向远程写入 %2 行。</translation>
    </message>
    <message>
        <source>%1 rows written to local, %2 to remote, in %3.</source>
        <translation>向本地写入 %1 行，向远程写入 %2 行，用时 %3。</translation>
    </message>
    <message>
        <source>: </source>
        <comment>between the status and the counts</comment>
        <translation>：</translation>
    </message>
    <message>
        <source>remote → local</source>
        <translation>远程 → 本地</translation>
    </message>
    <message>
        <source>local → remote</source>
        <translation>本地 → 远程</translation>
    </message>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>partly done</source>
        <translation>部分完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>%1 conflicts wait for a decision: see &quot;causewayctl conflicts list&quot;.</source>
        <translation>有 %1 个冲突等待处理：见 “causewayctl conflicts list”。</translation>
    </message>
    <message>
        <source>… and more; --max-changes lists more of them</source>
        <translation>……还有更多；用 --max-changes 可列出更多</translation>
    </message>
    <message>
        <source>table %1 of %2</source>
        <translation>第 %1/%2 个表</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1/%2 行</translation>
    </message>
    <message>
        <source>%1 rows compared</source>
        <translation>已比对 %1 行</translation>
    </message>
    <message>
        <source>%1 rows/s</source>
        <translation>%1 行/秒</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>What was written is complete and stays; nothing is half done.</source>
        <translation>已写入的内容是完整的并会保留；没有任何操作只做了一半。</translation>
    </message>
    <message>
        <source>(no key)</source>
        <translation>（无键）</translation>
    </message>
    <message>
        <source>backing up first</source>
        <translation>正在先行备份</translation>
    </message>
</context>
<context>
    <name>ResolveText</name>
    <message>
        <source>The row has no such column; it has: %1.</source>
        <translation>该行没有此列；现有的列：%1。</translation>
    </message>
    <message>
        <source>--set takes column=value</source>
        <translation>--set 需要“列=值”</translation>
    </message>
</context>
<context>
    <name>RestoreCommand</name>
    <message>
        <source>restore a backup into a database that is new or empty</source>
        <translation>把备份恢复到新的或空的数据库</translation>
    </message>
    <message>
        <source>the database for it; made when there is none of this name</source>
        <translation>目标数据库；没有同名数据库时新建</translation>
    </message>
    <message>
        <source>whose server it goes to (the one it came from)</source>
        <translation>恢复到哪一端的服务器（默认为备份来源端）</translation>
    </message>
    <message>
        <source>&quot;restore&quot; needs --into DATABASE</source>
        <translation>“restore”需要 --into DATABASE</translation>
    </message>
    <message>
        <source>Restored into %1 (%2): %3 tables, %4 rows.</source>
        <translation>已恢复到 %1（%2）：%3 张表，%4 行。</translation>
    </message>
</context>
<context>
    <name>SchedulerDisableCommand</name>
    <message>
        <source>have no syncs run on a schedule; one that is going on ends as it would</source>
        <translation>不再按计划运行同步；正在进行的一次照常结束</translation>
    </message>
</context>
<context>
    <name>SchedulerEnableCommand</name>
    <message>
        <source>have syncs run on a schedule; sets interval and quiet hours</source>
        <translation>按计划运行同步；设置间隔与静默时段</translation>
    </message>
    <message>
        <source>minutes from one run to the next (as before, at first DB_SYNC_INTERVAL or 60)</source>
        <translation>两次运行之间的分钟数（缺省沿用以前的值，最初为 DB_SYNC_INTERVAL 或 60）</translation>
    </message>
    <message>
        <source>no run begins in these hours, local time; &quot;none&quot; for no such hours</source>
        <translation>在此时段（本地时间）内不开始运行；“none”表示没有静默时段</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not of the form 22:00-06:00, nor &quot;none&quot;.</source>
        <translation>“%1”既不是 22:00-06:00 的形式，也不是“none”。</translation>
    </message>
</context>
<context>
    <name>SchedulerLoop</name>
    <message>
        <source>The run before was interrupted; it is made up for.</source>
        <translation>上一次运行被中断；现在补上。</translation>
    </message>
    <message>
        <source>%1 scheduled runs in a row have failed: %2</source>
        <translation>已连续 %1 次计划运行失败：%2</translation>
    </message>
    <message>
        <source>The schedule is disabled; waiting until it is enabled.</source>
        <translation>调度已停用；等待启用。</translation>
    </message>
    <message>
        <source>%1 runs the schedule; standing by.</source>
        <translation>调度由 %1 运行；本程序待命。</translation>
    </message>
    <message>
        <source>Next run: %1</source>
        <translation>下次运行：%1</translation>
    </message>
    <message>
        <source>Run %1: %2, %3 rows to local, %4 rows to remote, %5 open conflicts</source>
        <translation>运行 %1：%2，写入本地 %3 行，写入远程 %4 行，未决冲突 %5 个</translation>
    </message>
    <message>
        <source>A scheduled run begins.</source>
        <translation>计划运行开始。</translation>
    </message>
    <message>
        <source>Another run has the pair; this one waits its turn.</source>
        <translation>另一次运行正占用这一对数据库；本次等待。</translation>
    </message>
    <message>
        <source>The scheduler ends.</source>
        <translation>调度程序结束。</translation>
    </message>
</context>
<context>
    <name>SchedulerRestartCommand</name>
    <message>
        <source>enable, forget failures, and have the next run at once</source>
        <translation>启用，清除失败记录，并立即进行下一次运行</translation>
    </message>
</context>
<context>
    <name>SchedulerRunCommand</name>
    <message>
        <source>run the schedule without a screen, until Ctrl+C or SIGTERM</source>
        <translation>无界面地运行调度，直到 Ctrl+C 或 SIGTERM</translation>
    </message>
</context>
<context>
    <name>SchedulerSkipCommand</name>
    <message>
        <source>leave the next scheduled run out; the one after it comes as usual</source>
        <translation>跳过下一次自动运行，其后的照常进行</translation>
    </message>
    <message>
        <source>There is nothing to leave out, or it is left out already.</source>
        <translation>没有可跳过的运行，或已经跳过。</translation>
    </message>
</context>
<context>
    <name>SchedulerStatusCommand</name>
    <message>
        <source>show the schedule: state, interval, next and last run, successes, failures</source>
        <translation>显示调度：状态、间隔、下次与上次运行、成功与失败次数</translation>
    </message>
    <message>
        <source>%1 scheduled runs in a row have failed; &quot;causewayctl scheduler restart&quot; once the cause is gone.</source>
        <translation>已连续 %1 次计划运行失败；排除原因后请使用“causewayctl scheduler restart”。</translation>
    </message>
</context>
<context>
    <name>SchedulerText</name>
    <message>
        <source>disabled</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>a run is going on</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>waiting longer than the interval, because runs failed</source>
        <translation>因运行失败，等待时间长于间隔</translation>
    </message>
    <message>
        <source>waiting for the end of the quiet hours</source>
        <translation>等待静默时段结束</translation>
    </message>
    <message>
        <source>a run is due</source>
        <translation>到时间运行</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>title: value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>执行间隔</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>静默时段</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>下次执行</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>上次执行</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>成功次数</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败次数</translation>
    </message>
    <message>
        <source>Run by</source>
        <translation>运行者</translation>
    </message>
    <message>
        <source>enabled, but no program runs it: start &quot;causewayctl scheduler run&quot;</source>
        <translation>已启用，但没有程序在运行它：请启动“causewayctl scheduler run”</translation>
    </message>
</context>
<context>
    <name>SelfTestCommand</name>
    <message>
        <source>prove that this installation works, on databases of its own</source>
        <translation>在自建的数据库上验证本机安装是否正常工作</translation>
    </message>
    <message>
        <source>only the cases of this group (may be repeated)</source>
        <translation>只运行该组的用例（可重复）</translation>
    </message>
    <message>
        <source>only this case, for example FullSyncTest (may be repeated)</source>
        <translation>只运行该用例，例如 FullSyncTest（可重复）</translation>
    </message>
    <message>
        <source>tell progress, speed and memory every second</source>
        <translation>每秒报告进度、速度和内存</translation>
    </message>
    <message>
        <source>also remove empty leftovers, make control tables that scratch databases lack</source>
        <translation>同时删除空的遗留数据库，并补建临时数据库缺少的控制表</translation>
    </message>
    <message>
        <source>tell each check</source>
        <translation>逐项报告检查结果</translation>
    </message>
    <message>
        <source>where the report goes; test_reports when not given</source>
        <translation>报告存放的目录；未给出时为 test_reports</translation>
    </message>
    <message>
        <source>html when not given</source>
        <translation>未给出时为 html</translation>
    </message>
    <message>
        <source>for each case; 300 when not given</source>
        <translation>每个用例的时限；未给出时为 300</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not one of: %2.</source>
        <translation>“%1”不在可选值之中：%2。</translation>
    </message>
    <message>
        <source>preparing the servers</source>
        <translation>正在准备服务器</translation>
    </message>
    <message>
        <source>memory %1</source>
        <translation>内存 %1</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>用例</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查数</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Report: %1</source>
        <translation>报告：%1</translation>
    </message>
    <message>
        <source>[%1/%2] %3 · checks: %4</source>
        <translation>[%1/%2] %3 · 检查：%4</translation>
    </message>
</context>
<context>
    <name>StatsText</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 rows/s</source>
        <translation>%1 行/秒</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>title: value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>%1 (%2 success, %3 partial, %4 failed, %5 cancelled, %6 running)</source>
        <translation>%1（成功 %2，部分完成 %3，失败 %4，已取消 %5，进行中 %6）</translation>
    </message>
    <message>
        <source>Success rate</source>
        <translation>成功率</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>average %1, median %2, 95 % within %3, longest %4</source>
        <translation>平均 %1，中位数 %2，95 % 不超过 %3，最长 %4</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>吞吐量</translation>
    </message>
    <message>
        <source>%1 (%2 rows written, %3 read)</source>
        <translation>%1（写入 %2 行，读取 %3 行）</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>%1 found, %2 settled, %3 open now</source>
        <translation>发现 %1，已解决 %2，现在未决 %3</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>95 %</source>
        <translation>95 %</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>最长</translation>
    </message>
    <message>
        <source>Rows written</source>
        <translation>写入行数</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未决</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Conflicts found</source>
        <translation>发现的冲突</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>Open at its end</source>
        <translation>当日结束时未决</translation>
    </message>
</context>
<context>
    <name>SyncCommand</name>
    <message>
        <source>bring both sides in step</source>
        <translation>使两端保持一致</translation>
    </message>
    <message>
        <source>instead of each table&apos;s own type</source>
        <translation>代替各表自己的同步类型</translation>
    </message>
    <message>
        <source>instead of each table&apos;s own direction</source>
        <translation>代替各表自己的同步方向</translation>
    </message>
    <message>
        <source>instead of each table&apos;s own way with conflicts</source>
        <translation>代替各表自己的冲突策略</translation>
    </message>
    <message>
        <source>write nothing, tell what a run would do</source>
        <translation>不写入，只说明同步会做什么</translation>
    </message>
    <message>
        <source>list the rows of a dry run, tell each step</source>
        <translation>列出试运行涉及的行，并说明每一步</translation>
    </message>
    <message>
        <source>delete as many rows as it takes</source>
        <translation>允许大量删除</translation>
    </message>
    <message>
        <source>rows per table that a dry run lists</source>
        <translation>试运行中每个表列出的行数</translation>
    </message>
    <message>
        <source>first back up the sides that are written to, whatever the profile says</source>
        <translation>先备份将被写入的端，不论配置如何</translation>
    </message>
    <message>
        <source>back up nothing, whatever the profile says</source>
        <translation>不备份，不论配置如何</translation>
    </message>
    <message>
        <source>Backed up first: %1</source>
        <translation>已先行备份：%1</translation>
    </message>
    <message>
        <source>leave such changes out, with -on-remote or -on-local only those to that side; they stay pending (may be repeated)</source>
        <translation>不执行此类更改；加 -on-remote 或 -on-local 则只针对写往该端的更改；它们保持待同步（可重复）</translation>
    </message>
</context>
<context>
    <name>UndoCommand</name>
    <message>
        <source>put back what a run overwrote, deleted or added; without a run: list those that can be undone</source>
        <translation>恢复一次运行所覆盖、删除或新增的内容；不带运行编号时列出可以撤销的运行</translation>
    </message>
    <message>
        <source>only show what would be put back</source>
        <translation>只显示将恢复的内容</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>写入时间</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>撤销时间</translation>
    </message>
    <message>
        <source>No run is kept that could be undone.</source>
        <translation>没有可以撤销的运行。</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>On remote: added, changed, removed</source>
        <translation>远程侧：新增、更改、删除</translation>
    </message>
    <message>
        <source>On local: added, changed, removed</source>
        <translation>本地侧：新增、更改、删除</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>未动</translation>
    </message>
    <message>
        <source>%1 on remote: %2 was left as it is: %3</source>
        <translation>%1（远程侧）：%2 保持原样：%3</translation>
    </message>
    <message>
        <source>%1 on local: %2 was left as it is: %3</source>
        <translation>%1（本地侧）：%2 保持原样：%3</translation>
    </message>
    <message>
        <source>it was changed after the run</source>
        <translation>运行之后被改过</translation>
    </message>
    <message>
        <source>Nothing was changed: this was a dry run.</source>
        <translation>没有改动任何内容：这是一次预演。</translation>
    </message>
    <message>
        <source>Both sides are as they were before the run, where nothing is said above. The next sync would do the same again: change what caused it first (a policy, a direction, the rows themselves). To undo the undo: causewayctl undo %1</source>
        <translation>除上面列出的以外，两侧都已回到运行之前的状态。下一次同步会再做同样的事：请先改变起因（策略、方向或行本身）。要撤销这次撤销：causewayctl undo %1</translation>
    </message>
</context>
</TS>
