<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Take &amp;remote</source>
        <translation>取远程(&amp;R)</translation>
    </message>
    <message>
        <source>Take &amp;local</source>
        <translation>取本地(&amp;L)</translation>
    </message>
    <message>
        <source>Set the result to &amp;NULL</source>
        <translation>结果置为 NULL(&amp;N)</translation>
    </message>
    <message>
        <source>A&amp;ccept and next</source>
        <translation>接受并前进(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;lear decision</source>
        <translation>清除决定(&amp;E)</translation>
    </message>
    <message>
        <source>Ne&amp;xt conflict</source>
        <translation>下一个冲突(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Previous conflict</source>
        <translation>上一个冲突(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Apply all decisions</source>
        <translation>应用全部决定(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;New profile</source>
        <translation>新建连接配置(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Import .env…</source>
        <translation>导入 .env(&amp;I)…</translation>
    </message>
    <message>
        <source>Import from &amp;URLs…</source>
        <translation>从地址导入(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>测试连接(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Save profile</source>
        <translation>保存连接配置(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Sync now…</source>
        <translation>立即同步(&amp;S)…</translation>
    </message>
    <message>
        <source>S&amp;top after this batch</source>
        <translation>本批后停止(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Write what the preview shows</source>
        <translation>按预览写入(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Apply changes</source>
        <translation>应用更改(&amp;A)</translation>
    </message>
    <message>
        <source>Re&amp;vert changes</source>
        <translation>还原更改(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Enable or disable selected tables</source>
        <translation>启用/停用所选表(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Filter tables</source>
        <translation>筛选表(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Scan both databases…</source>
        <translation>扫描两端数据库(&amp;S)…</translation>
    </message>
    <message>
        <source>Open the &amp;demo</source>
        <translation>打开演示环境(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Reset the demo</source>
        <translation>重置演示环境(&amp;R)</translation>
    </message>
    <message>
        <source>Page 1</source>
        <translation>第 1 页</translation>
    </message>
    <message>
        <source>Page 2</source>
        <translation>第 2 页</translation>
    </message>
    <message>
        <source>Page 3</source>
        <translation>第 3 页</translation>
    </message>
    <message>
        <source>Page 4</source>
        <translation>第 4 页</translation>
    </message>
    <message>
        <source>Page 5</source>
        <translation>第 5 页</translation>
    </message>
    <message>
        <source>Page 6</source>
        <translation>第 6 页</translation>
    </message>
    <message>
        <source>Page 7</source>
        <translation>第 7 页</translation>
    </message>
    <message>
        <source>Page 8</source>
        <translation>第 8 页</translation>
    </message>
    <message>
        <source>Page 9</source>
        <translation>第 9 页</translation>
    </message>
    <message>
        <source>Page 10</source>
        <translation>第 10 页</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>刷新(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Causeway</source>
        <translation>关于 Causeway(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>命令面板(&amp;C)…</translation>
    </message>
    <message>
        <source>Colours of the &amp;system</source>
        <translation>跟随系统外观(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light colours</source>
        <translation>浅色外观(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark colours</source>
        <translation>深色外观(&amp;D)</translation>
    </message>
    <message>
        <source>L&amp;arger text</source>
        <translation>放大文字(&amp;A)</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>缩小文字(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Text of normal size</source>
        <translation>文字恢复默认大小(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Compare both sides by value</source>
        <translation>按值比对两端(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>R&amp;edo</source>
        <translation>重做(&amp;E)</translation>
    </message>
    <message>
        <source>Show the &amp;SQL of the changes</source>
        <translation>查看更改的 SQL(&amp;S)</translation>
    </message>
    <message>
        <source>Edit selected ta&amp;bles…</source>
        <translation>编辑所选表(&amp;B)…</translation>
    </message>
    <message>
        <source>Take remote for all like t&amp;his…</source>
        <translation>同类冲突都取远程(&amp;H)…</translation>
    </message>
    <message>
        <source>Take local for all li&amp;ke this…</source>
        <translation>同类冲突都取本地(&amp;K)…</translation>
    </message>
    <message>
        <source>Filter by &amp;column</source>
        <translation>按列筛选(&amp;C)</translation>
    </message>
    <message>
        <source>Move table &amp;up (greater priority)</source>
        <translation>上移表（提高优先级）(&amp;U)</translation>
    </message>
    <message>
        <source>Move table &amp;down (smaller priority)</source>
        <translation>下移表（降低优先级）(&amp;D)</translation>
    </message>
    <message>
        <source>Take &amp;base</source>
        <translation>取基准(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Undo the last decision</source>
        <translation>撤销上一个决定(&amp;U)</translation>
    </message>
    <message>
        <source>Re&amp;do the decision</source>
        <translation>重做该决定(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Pause or resume the charts</source>
        <translation>暂停或继续图表(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Settings in force…</source>
        <translation>生效的设置(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Hide to the tray when closed at work</source>
        <translation>工作时关闭窗口则隐藏到托盘(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Backups…</source>
        <translation>备份(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Pause or go on</source>
        <translation>暂停或继续(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;First steps…</source>
        <translation>快速入门(&amp;F)…</translation>
    </message>
</context>
<context>
    <name>AlertWarnings</name>
    <message>
        <source>For 1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>For 8 hours</source>
        <translation>8 小时</translation>
    </message>
    <message>
        <source>For a week</source>
        <translation>一周</translation>
    </message>
    <message>
        <source>Until it is unmuted (Schedule, Alerts…)</source>
        <translation>直到取消静音（调度页 → 告警…）</translation>
    </message>
    <message>
        <source>Since %1.</source>
        <translation>自 %1 起。</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Mute…</source>
        <translation>静音…</translation>
    </message>
    <message>
        <source>Alerts do not work: %1</source>
        <translation>告警无法工作：%1</translation>
    </message>
</context>
<context>
    <name>BackupListModel</name>
    <message>
        <source>Taken</source>
        <translation>备份时间</translation>
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
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>FLOAT values are rounded to about six digits in: %1</source>
        <translation>以下表的 FLOAT 值只保留大约六位有效数字：%1</translation>
    </message>
    <message>
        <source>Not InnoDB, so not of one instant: %1</source>
        <translation>以下表不是 InnoDB，内容不属于同一时刻：%1</translation>
    </message>
    <message>
        <source>there</source>
        <translation>存在</translation>
    </message>
    <message>
        <source>file missing or cut</source>
        <translation>文件缺失或被截断</translation>
    </message>
</context>
<context>
    <name>ChangeFieldsModel</name>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
</context>
<context>
    <name>ColumnFilter</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>ConflictFieldsModel</name>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
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
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Merged in advance: only remote changed this column</source>
        <translation>已预先合并：只有远程改过此列</translation>
    </message>
    <message>
        <source>Merged in advance: only local changed this column</source>
        <translation>已预先合并：只有本地改过此列</translation>
    </message>
</context>
<context>
    <name>ConflictListModel</name>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>发现时间</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Not applied</source>
        <translation>未应用</translation>
    </message>
</context>
<context>
    <name>ConsoleManual</name>
    <message>
        <source>NAME</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>console that keeps a remote and a local database in step</source>
        <translation>使远程与本地数据库保持同步的控制台</translation>
    </message>
    <message>
        <source>SYNOPSIS</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>[OPTIONS]</source>
        <translation>[选项]</translation>
    </message>
    <message>
        <source>DESCRIPTION</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Opens a window in which two copies of one database are compared, synchronised in both directions and watched, and conflicts are settled by eye. A second start raises the window that is there.</source>
        <translation>打开一个窗口，在其中比较同一数据库的两份副本，双向同步并加以监视，冲突由人逐一查看后解决。再次启动时会唤起已有的窗口。</translation>
    </message>
    <message>
        <source>A new profile is read-only: nothing is written to a database that was not unlocked.</source>
        <translation>新建的配置为只读：未解锁的数据库不会被写入任何内容。</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Print the options.</source>
        <translation>输出选项说明。</translation>
    </message>
    <message>
        <source>Print the version.</source>
        <translation>输出版本。</translation>
    </message>
    <message>
        <source>FILES</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>The stored profiles; they hold no password.</source>
        <translation>已保存的配置；其中不含密码。</translation>
    </message>
    <message>
        <source>The demo&apos;s servers, samples of the monitor, backups.</source>
        <translation>演示用的服务器、监控采样和备份。</translation>
    </message>
    <message>
        <source>SEE ALSO</source>
        <translation>参见</translation>
    </message>
</context>
<context>
    <name>ConsoleOptions</name>
    <message>
        <source>Console that keeps two databases in step, in both directions.</source>
        <translation>让两个数据库保持双向同步的控制台。</translation>
    </message>
    <message>
        <source>Prepare the demo and open it.</source>
        <translation>准备并打开演示环境。</translation>
    </message>
    <message>
        <source>Open this profile.</source>
        <translation>打开此连接配置。</translation>
    </message>
    <message>
        <source>Language of the window: en or zh_CN.</source>
        <translation>界面语言：en 或 zh_CN。</translation>
    </message>
    <message>
        <source>Draw every page in every language with the demo into this folder.</source>
        <translation>用演示环境把每个页面的每种语言画到此文件夹。</translation>
    </message>
    <message>
        <source>Print the manual page.</source>
        <translation>输出手册页。</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Type “%1” to go on:</source>
        <translation>输入“%1”以继续：</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>ErrorAdvice</name>
    <message>
        <source>Preview these deletes</source>
        <translation>预览这些删除</translation>
    </message>
    <message>
        <source>Allow these deletes…</source>
        <translation>允许这些删除…</translation>
    </message>
    <message>
        <source>Show the table</source>
        <translation>查看此表</translation>
    </message>
    <message>
        <source>Leave this table out…</source>
        <translation>不再同步此表…</translation>
    </message>
    <message>
        <source>Test both connections</source>
        <translation>测试两端连接</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>重新比对</translation>
    </message>
    <message>
        <source>Set this pair up…</source>
        <translation>设置这一对数据库…</translation>
    </message>
    <message>
        <source>Allow writing…</source>
        <translation>允许写入…</translation>
    </message>
    <message>
        <source>No row of this table was touched. The other tables go on without it.</source>
        <translation>此表没有任何行被改动，其他表照常同步。</translation>
    </message>
    <message>
        <source>Nothing was written any more once this was noticed, and nothing is taken for deleted or changed because of it.</source>
        <translation>发现此情况后未再写入任何内容，也不会因此把任何行视为已删除或已修改。</translation>
    </message>
    <message>
        <source>Nothing was written: the run ended before it touched a table.</source>
        <translation>没有写入任何内容：运行在处理任何表之前就已结束。</translation>
    </message>
    <message>
        <source>Batches that were written are complete. If one was cut off, the next run puts it right by itself.</source>
        <translation>已写入的批次都是完整的。若有批次被中断，下次运行会自动修复。</translation>
    </message>
    <message>
        <source>Both rows are as they were: the decision was not applied.</source>
        <translation>两端的行均保持原样：决定未被应用。</translation>
    </message>
    <message>
        <source>Repair this pair…</source>
        <translation>修复此数据库对…</translation>
    </message>
</context>
<context>
    <name>GridMenu</name>
    <message>
        <source>Copy as &amp;TSV</source>
        <translation>复制为 TSV(&amp;T)</translation>
    </message>
    <message>
        <source>Copy as &amp;CSV</source>
        <translation>复制为 CSV(&amp;C)</translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>复制为 JSON(&amp;J)</translation>
    </message>
    <message>
        <source>Copy as &amp;SQL</source>
        <translation>复制为 SQL(&amp;S)</translation>
    </message>
    <message>
        <source>Copy as &amp;Markdown</source>
        <translation>复制为 Markdown(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Usual columns and widths</source>
        <translation>恢复默认列和列宽(&amp;U)</translation>
    </message>
</context>
<context>
    <name>HelpDialogs</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>About Causeway</source>
        <translation>关于 Causeway</translation>
    </message>
    <message>
        <source>Keeps a remote MySQL and a local MariaDB database in step, in both directions, and shows every conflict to a person.</source>
        <translation>让远程 MySQL 与本地 MariaDB 数据库保持双向同步，并把每个冲突交给人来处理。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. Uses Qt, Qt Charts, MariaDB Connector/C and QtKeychain.</source>
        <translation>自由软件，遵循 GNU 通用公共许可证第 3 版或更高版本。使用了 Qt、Qt Charts、MariaDB Connector/C 和 QtKeychain。</translation>
    </message>
    <message>
        <source>Copy system information</source>
        <translation>复制系统信息</translation>
    </message>
</context>
<context>
    <name>Monitor</name>
    <message>
        <source>rows/s</source>
        <translation>行/秒</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>remote</source>
        <translation>远程</translation>
    </message>
    <message>
        <source>local</source>
        <translation>本地</translation>
    </message>
    <message>
        <source>Rows written</source>
        <translation>写入的行</translation>
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
        <source>slow below %1</source>
        <translation>低于 %1 为慢</translation>
    </message>
    <message>
        <source>Pending changes</source>
        <translation>待同步的更改</translation>
    </message>
    <message>
        <source>rows as last counted</source>
        <translation>上次统计的行数</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>slow above %1</source>
        <translation>高于 %1 为慢</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接数</translation>
    </message>
    <message>
        <source>remote limit %1</source>
        <translation>远程上限 %1</translation>
    </message>
    <message>
        <source>local limit %1</source>
        <translation>本地上限 %1</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未解决</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>high above %1</source>
        <translation>高于 %1 为高</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Causeway</source>
        <translation>Causeway</translation>
    </message>
    <message>
        <source>built in: %1</source>
        <translation>总内存：%1</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>free</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>short below %1</source>
        <translation>低于 %1 为不足</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>in</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>out</source>
        <translation>发送</translation>
    </message>
</context>
<context>
    <name>OutcomeModel</name>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
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
        <source>Conflicts</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Rows remote / local</source>
        <translation>行数 远程 / 本地</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>已校验</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Cannot be synced</source>
        <translation>无法同步</translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation>无需处理</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>有更改</translation>
    </message>
</context>
<context>
    <name>PlannedChangesModel</name>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>ReportFile</name>
    <message>
        <source>Causeway: report of a sync</source>
        <translation>Causeway：同步报告</translation>
    </message>
    <message>
        <source>Run %1, started %2, took %3.</source>
        <translation>运行 %1，开始于 %2，耗时 %3。</translation>
    </message>
</context>
<context>
    <name>ReportWords</name>
    <message>
        <source>Nothing has to be written.</source>
        <translation>没有需要写入的内容。</translation>
    </message>
    <message>
        <source>%1 of %2 tables were proved equal.</source>
        <translation>%2 个表中有 %1 个已证实一致。</translation>
    </message>
    <message>
        <source>Both sides were proved equal at %1, but for the rows that wait or were skipped.</source>
        <translation>除等待处理或已跳过的行外，两端已于 %1 证实一致。</translation>
    </message>
    <message>
        <source>Both sides are in sync, proved at %1.</source>
        <translation>两端已同步，证实于 %1。</translation>
    </message>
    <message>
        <source>Will delete %1 on %2.</source>
        <translation>将在 %2 删除 %1。</translation>
    </message>
    <message>
        <source>%1 will be written to %2.</source>
        <translation>将向 %2 写入 %1。</translation>
    </message>
    <message>
        <source>%1 found.</source>
        <translation>发现 %1。</translation>
    </message>
    <message>
        <source>Done: %1, %2 written in %3.</source>
        <translation>完成：%1，写入 %2，用时 %3。</translation>
    </message>
    <message>
        <source>Partly done: %1, %2 written in %3. Something needs a person, see below.</source>
        <translation>部分完成：%1，写入 %2，用时 %3。有内容需要人工处理，见下方。</translation>
    </message>
    <message>
        <source>Cancelled after %2. Written and kept: %1. The next run goes on from there.</source>
        <translation>已取消，用时 %2。已写入并保留：%1。下次运行将由此继续。</translation>
    </message>
    <message>
        <source>Failed after %2. Written before that: %1.</source>
        <translation>失败，用时 %2。此前已写入：%1。</translation>
    </message>
    <message>
        <source>%1 wait for a decision.</source>
        <translation>有 %1等待决定。</translation>
    </message>
    <message>
        <source>The two sides could not be compared.</source>
        <translation>未能比对两端。</translation>
    </message>
    <message>
        <source>Left out: %1, see below.</source>
        <translation>未处理：%1，见下方。</translation>
    </message>
    <message>
        <source>In the others nothing has to be written.</source>
        <translation>其余的表没有需要写入的内容。</translation>
    </message>
    <message>
        <source>%1: %2. %3: %4.</source>
        <translation>%1：%2。%3：%4。</translation>
    </message>
    <message>
        <source>Only this table is run, with its deletes allowed. “Preview these deletes” lists them first and writes nothing.</source>
        <translation>只运行此表，并允许其中的删除。“预览这些删除”会先列出这些行，不做任何写入。</translation>
    </message>
    <message>
        <source>It was paused for %1.</source>
        <translation>期间暂停了 %1。</translation>
    </message>
    <message>
        <source>%1 of %2 tables were proved equal. Left out as you chose: %3; they wait for a run that takes them.</source>
        <translation>%2 个表中有 %1 个经验证一致。按您的选择略过：%3；它们等待包含它们的下一次运行。</translation>
    </message>
</context>
<context>
    <name>RunListModel</name>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>触发方式</translation>
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
        <source>remote → local</source>
        <translation>远程 → 本地</translation>
    </message>
    <message>
        <source>local → remote</source>
        <translation>本地 → 远程</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>用时</translation>
    </message>
</context>
<context>
    <name>RunTablesModel</name>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
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
        <source>Conflicts</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>跳过</translation>
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
        <source>Duration</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
</context>
<context>
    <name>ScheduleWords</name>
    <message>
        <source>Off</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Waiting for the next run</source>
        <translation>等待下一次运行</translation>
    </message>
    <message>
        <source>Waiting longer than the interval, because runs failed</source>
        <translation>因运行失败，等待时间长于间隔</translation>
    </message>
    <message>
        <source>Waiting for the end of the quiet hours</source>
        <translation>等待静默时段结束</translation>
    </message>
    <message>
        <source>A run is due</source>
        <translation>即将运行</translation>
    </message>
    <message>
        <source>A run is at work</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>On, run by another program</source>
        <translation>已启用，由另一个程序执行</translation>
    </message>
    <message>
        <source>On, but no program runs it</source>
        <translation>已启用，但没有程序在执行</translation>
    </message>
    <message>
        <source>every minute</source>
        <translation>每分钟</translation>
    </message>
    <message>
        <source>every hour</source>
        <translation>每小时</translation>
    </message>
    <message>
        <source>every %1 hours</source>
        <translation>每 %1 小时</translation>
    </message>
    <message>
        <source>every %1 minutes</source>
        <translation>每 %1 分钟</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>moment and outcome of the last run</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>this console</source>
        <translation>本控制台</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>The last scheduled run failed.</source>
        <translation>上一次自动运行失败。</translation>
    </message>
    <message>
        <source>%1 scheduled runs in a row have failed.</source>
        <translation>已连续 %1 次自动运行失败。</translation>
    </message>
</context>
<context>
    <name>StructureModel</name>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>remote</source>
        <translation>远程</translation>
    </message>
    <message>
        <source>local</source>
        <translation>本地</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>foreign key</source>
        <translation>外键</translation>
    </message>
    <message>
        <source>same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>only on remote</source>
        <translation>仅远程有</translation>
    </message>
    <message>
        <source>only on local</source>
        <translation>仅本地有</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>differs, harmless</source>
        <translation>不同，无妨</translation>
    </message>
</context>
<context>
    <name>TableConfigModel</name>
    <message>
        <source>Enabled</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
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
        <source>Conflicts</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Last sync</source>
        <translation>上次同步</translation>
    </message>
</context>
<context>
    <name>ValueCheck</name>
    <message>
        <source>%1: this is not a value of the type %2.</source>
        <translation>%1：这不是类型 %2 的值。</translation>
    </message>
    <message>
        <source>%1: %2 is out of the range of %3.</source>
        <translation>%1：%2 超出 %3 的范围。</translation>
    </message>
    <message>
        <source>%1: %2 has more digits than %3 holds.</source>
        <translation>%1：%2 的位数超过 %3 的容量。</translation>
    </message>
    <message>
        <source>%1: %2 characters are too many, %3 holds %4.</source>
        <translation>%1：长度 %2 过长，%3 最多容纳 %4。</translation>
    </message>
    <message>
        <source>%1: “%2” is none of the values of %3.</source>
        <translation>%1：“%2”不是 %3 的取值之一。</translation>
    </message>
    <message>
        <source>%1: this is not valid JSON (at character %2).</source>
        <translation>%1：这不是有效的 JSON（第 %2 个字符处）。</translation>
    </message>
    <message>
        <source>%1 must not be NULL.</source>
        <translation>%1 不能为 NULL。</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>remote</source>
        <translation>远程</translation>
    </message>
    <message>
        <source>local</source>
        <translation>本地</translation>
    </message>
    <message>
        <source>FULL</source>
        <translation>FULL（全量）</translation>
    </message>
    <message>
        <source>INCREMENTAL</source>
        <translation>INCREMENTAL（增量）</translation>
    </message>
    <message>
        <source>BOTH</source>
        <translation>BOTH（双向）</translation>
    </message>
    <message>
        <source>REMOTE_TO_LOCAL</source>
        <translation>REMOTE_TO_LOCAL（远程到本地）</translation>
    </message>
    <message>
        <source>LOCAL_TO_REMOTE</source>
        <translation>LOCAL_TO_REMOTE（本地到远程）</translation>
    </message>
    <message>
        <source>REMOTE_WINS</source>
        <translation>REMOTE_WINS（远程优先）</translation>
    </message>
    <message>
        <source>LOCAL_WINS</source>
        <translation>LOCAL_WINS（本地优先）</translation>
    </message>
    <message>
        <source>SKIP</source>
        <translation>SKIP（跳过）</translation>
    </message>
    <message>
        <source>MANUAL</source>
        <translation>MANUAL（人工处理）</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>Partly done</source>
        <translation>部分完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>command line</source>
        <translation>命令行</translation>
    </message>
    <message>
        <source>Changed on both sides</source>
        <translation>两端都已修改</translation>
    </message>
    <message>
        <source>Changed on remote, deleted on local</source>
        <translation>远程已修改，本地已删除</translation>
    </message>
    <message>
        <source>Deleted on remote, changed on local</source>
        <translation>远程已删除，本地已修改</translation>
    </message>
    <message>
        <source>Added on both sides, different</source>
        <translation>两端都已新增，内容不同</translation>
    </message>
    <message>
        <source>Deleted, but rows still depend on it</source>
        <translation>已删除，但仍有行依赖它</translation>
    </message>
    <message>
        <source>Another row holds the same unique value</source>
        <translation>另一行占用了相同的唯一值</translation>
    </message>
    <message>
        <source>The other side cannot hold the row</source>
        <translation>另一端无法存放此行</translation>
    </message>
    <message>
        <source>Take remote</source>
        <translation>取远程</translation>
    </message>
    <message>
        <source>Take local</source>
        <translation>取本地</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>已一致</translation>
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
        <source>Waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>准备</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比对</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>传输</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>校验</translation>
    </message>
    <message>
        <source>Clean up</source>
        <translation>收尾</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>DISABLED: never encrypted</source>
        <translation>DISABLED：从不加密</translation>
    </message>
    <message>
        <source>PREFERRED: encrypted if possible</source>
        <translation>PREFERRED：尽量加密</translation>
    </message>
    <message>
        <source>REQUIRED: encrypted or not at all</source>
        <translation>REQUIRED：必须加密</translation>
    </message>
    <message>
        <source>VERIFY_CA: certificate checked</source>
        <translation>VERIFY_CA：校验证书</translation>
    </message>
    <message>
        <source>VERIFY_IDENTITY: certificate and host checked</source>
        <translation>VERIFY_IDENTITY：校验证书与主机名</translation>
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
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>1 table</source>
        <translation>1 个表</translation>
    </message>
    <message>
        <source>%1 tables</source>
        <translation>%1 个表</translation>
    </message>
    <message>
        <source>1 conflict</source>
        <translation>1 个冲突</translation>
    </message>
    <message>
        <source>%1 conflicts</source>
        <translation>%1 个冲突</translation>
    </message>
    <message>
        <source>%1 to decide</source>
        <translation>%1待决定</translation>
    </message>
    <message>
        <source>%1 settled by policy</source>
        <translation>%1已按策略处理</translation>
    </message>
    <message>
        <source>(no key)</source>
        <translation>（无键）</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>备份</translation>
    </message>
</context>
<context>
    <name>causeway::AlertDialog</name>
    <message>
        <source>Alerts</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Looked at each minute and after each run. An alert is raised once, and again only after it has cleared.</source>
        <translation>每分钟以及每次运行后检查。告警只触发一次，解除之后才会再次触发。</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>取消静音</translation>
    </message>
    <message>
        <source>%1, less than</source>
        <translation>%1，少于</translation>
    </message>
    <message>
        <source>%1, from</source>
        <translation>%1，达到</translation>
    </message>
    <message>
        <source>nobody else</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>a program on this machine</source>
        <translation>本机上的程序</translation>
    </message>
    <message>
        <source>a web address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Besides the console, tell</source>
        <translation>除控制台外，还通知</translation>
    </message>
    <message>
        <source> s at most</source>
        <translation> 秒以内</translation>
    </message>
    <message>
        <source>Seconds that it may take</source>
        <translation>最多可用的秒数</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>发送测试</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>/usr/local/bin/tell-us</source>
        <translation>/usr/local/bin/tell-us</translation>
    </message>
    <message>
        <source>Arguments, one in each line</source>
        <translation>参数，每行一个</translation>
    </message>
    <message>
        <source>Run without a shell. It gets the alert as JSON on its standard input, and as CAUSEWAY_ALERT_TEXT, _RULE, _VALUE, _LIMIT and _PROFILE in its environment.</source>
        <translation>不经 shell 运行。它从标准输入得到 JSON 形式的告警，并从环境变量 CAUSEWAY_ALERT_TEXT、_RULE、_VALUE、_LIMIT 和 _PROFILE 得到其内容。</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>https://chat.example/hooks/…</source>
        <translation>https://chat.example/hooks/…</translation>
    </message>
    <message>
        <source>Gets the alert as JSON, sent by POST. The address is kept in a file that only you can read.</source>
        <translation>以 POST 收到 JSON 形式的告警。网址保存在只有您能读取的文件中。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Now %1.</source>
        <translation>现在为 %1。</translation>
    </message>
    <message>
        <source>Acknowledged.</source>
        <translation>已确认。</translation>
    </message>
    <message>
        <source>Not delivered: %1</source>
        <translation>未送达：%1</translation>
    </message>
    <message>
        <source>Muted until %1.</source>
        <translation>静音至 %1。</translation>
    </message>
    <message>
        <source>Muted.</source>
        <translation>已静音。</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>正在发送…</translation>
    </message>
    <message>
        <source>✓ The test was delivered.</source>
        <translation>✓ 测试已送达。</translation>
    </message>
    <message>
        <source>✗ The test was not delivered.</source>
        <translation>✗ 测试未送达。</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source> h</source>
        <translation> 小时</translation>
    </message>
</context>
<context>
    <name>causeway::BackupOptionsForm</name>
    <message>
        <source>By themselves</source>
        <translation>自动备份</translation>
    </message>
    <message>
        <source>Before every FULL run, of the sides that it writes to</source>
        <translation>每次 FULL 运行之前，备份它要写入的端</translation>
    </message>
    <message>
        <source>With a scheduled run, of both sides, when so many days have passed:</source>
        <translation>随计划运行备份两端，间隔天数：</translation>
    </message>
    <message>
        <source>Of each side keep the newest:</source>
        <translation>每端保留最新的个数：</translation>
    </message>
    <message>
        <source>and those of the last days:</source>
        <translation>以及最近的天数：</translation>
    </message>
    <message>
        <source>Days between backups</source>
        <translation>备份间隔天数</translation>
    </message>
    <message>
        <source>The newest good backup always stays. With none in both, all stay.</source>
        <translation>最新的完好备份始终保留。两项都为“无”时全部保留。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>causeway::BackupsDialog</name>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Backups of %1</source>
        <translation>%1 的备份</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>What to back up</source>
        <translation>备份哪一端</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>Remove old ones…</source>
        <translation>删除旧备份…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancelled; nothing half is left.</source>
        <translation>已取消；没有留下不完整的内容。</translation>
    </message>
    <message>
        <source>Backed up.</source>
        <translation>备份完成。</translation>
    </message>
    <message>
        <source>Restored into %1: %2, %3; the counts are those of the backup.</source>
        <translation>已恢复到 %1：%2，%3；数量与备份一致。</translation>
    </message>
    <message>
        <source>None is old enough to be removed.</source>
        <translation>没有旧到可以删除的备份。</translation>
    </message>
    <message>
        <source>Remove old backups?</source>
        <translation>删除旧备份？</translation>
    </message>
    <message>
        <source>%1 of the backups need not stay by the numbers below. The newest good one of each side always stays.</source>
        <translation>按保留设置，有 %1 个备份不必保留。每端最新的完好备份始终保留。</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>删除 %1 个</translation>
    </message>
    <message>
        <source>Removed: %1.</source>
        <translation>已删除：%1 个。</translation>
    </message>
    <message>
        <source>No backups yet. They go to %1</source>
        <translation>还没有备份。备份存放在 %1</translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation>两端</translation>
    </message>
    <message>
        <source>The profile is read-only: allow writing first.</source>
        <translation>配置为只读：请先允许写入。</translation>
    </message>
    <message>
        <source>Into a database that is new or empty</source>
        <translation>恢复到新的或空的数据库</translation>
    </message>
</context>
<context>
    <name>causeway::BulkEditDialog</name>
    <message>
        <source>Edit %1</source>
        <translation>编辑 %1</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Takes part</source>
        <translation>是否参与</translation>
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
        <source>Who wins a conflict</source>
        <translation>冲突时谁优先</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>更改 %1</translation>
    </message>
</context>
<context>
    <name>causeway::CommandPalette</name>
    <message>
        <source>Go to profile “%1”</source>
        <translation>切换到连接配置“%1”</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Type a few letters of what to do</source>
        <translation>输入要执行的操作，例如“同步”</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
</context>
<context>
    <name>causeway::ConflictQueue</name>
    <message>
        <source>Open conflicts</source>
        <translation>未决冲突</translation>
    </message>
    <message>
        <source>%1 listed of %2 open; scroll for more.</source>
        <translation>共有 %2未决，已列出 %1 个，滚动以加载更多。</translation>
    </message>
</context>
<context>
    <name>causeway::ConflictReview</name>
    <message>
        <source>The row is not there on remote: taking remote deletes it on local.</source>
        <translation>远程没有此行：取远程会在本地删除它。</translation>
    </message>
    <message>
        <source>The row is not there on local: taking local deletes it on remote.</source>
        <translation>本地没有此行：取本地会在远程删除它。</translation>
    </message>
    <message>
        <source>Columns of the conflict</source>
        <translation>冲突的各列</translation>
    </message>
    <message>
        <source>Take remote</source>
        <translation>取远程</translation>
    </message>
    <message>
        <source>Take local</source>
        <translation>取本地</translation>
    </message>
    <message>
        <source>Clear decision</source>
        <translation>清除决定</translation>
    </message>
    <message>
        <source>Accept and next</source>
        <translation>接受并前进</translation>
    </message>
    <message>
        <source>The remote row becomes the result (Ctrl+2)</source>
        <translation>以远程行为结果（Ctrl+2）</translation>
    </message>
    <message>
        <source>The local row becomes the result (Ctrl+3)</source>
        <translation>以本地行为结果（Ctrl+3）</translation>
    </message>
    <message>
        <source>Keep this decision and go to the next conflict (Ctrl+Enter)</source>
        <translation>保留此决定并转到下一个冲突（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Show equal columns (%1)</source>
        <translation>显示相同的列（%1）</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>end of a sentence</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>No base recorded for this row, so this is a two-way view.</source>
        <translation>此行没有基准记录，因此这里是双方对照。</translation>
    </message>
    <message>
        <source>Take base</source>
        <translation>取基准</translation>
    </message>
    <message>
        <source>What both sides held when they last agreed (Ctrl+1)</source>
        <translation>两端上次一致时的内容 (Ctrl+1)</translation>
    </message>
    <message>
        <source>Changed on one side only and merged in advance: %1.</source>
        <translation>只有一端改过、已预先合并的列：%1。</translation>
    </message>
</context>
<context>
    <name>causeway::ConflictsPage</name>
    <message>
        <source>Rows that were changed on both sides wait here until a person decides.</source>
        <translation>两端都改过的行在此等待人工决定。</translation>
    </message>
    <message>
        <source>Show conflicts of this table</source>
        <translation>显示此表的冲突</translation>
    </message>
    <message>
        <source>Drop all decisions</source>
        <translation>放弃全部决定</translation>
    </message>
    <message>
        <source>All tables</source>
        <translation>所有表</translation>
    </message>
    <message>
        <source>No conflicts. Rows under MANUAL will wait here.</source>
        <translation>没有冲突。策略为 MANUAL 的行会在此等待处理。</translation>
    </message>
    <message>
        <source>Choose a profile first.</source>
        <translation>请先选择连接配置。</translation>
    </message>
    <message>
        <source>Applying…</source>
        <translation>正在应用…</translation>
    </message>
    <message>
        <source>The profile is read-only. Allow writing to decide conflicts.</source>
        <translation>此连接配置为只读。请先允许写入，再处理冲突。</translation>
    </message>
    <message>
        <source>Choose a side for each row, or edit the result.</source>
        <translation>为每一行选择一端，或编辑结果。</translation>
    </message>
    <message>
        <source>Apply (%1)</source>
        <translation>应用（%1）</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Decisions not applied yet: %1</source>
        <translation>尚未应用的决定：%1</translation>
    </message>
    <message>
        <source>The same for all like this?</source>
        <translation>对所有同类冲突作相同决定？</translation>
    </message>
    <message>
        <source>%1 for %2 of %3: %4.</source>
        <translation>%1：%3 中的 %2（%4）。</translation>
    </message>
    <message>
        <source>They are staged; nothing is written before you apply. Conflicts that are not loaded yet are not among them.</source>
        <translation>这些决定会先暂存，应用之前不写入任何内容。尚未加载的冲突不在其中。</translation>
    </message>
    <message>
        <source>Decide %1</source>
        <translation>决定 %1</translation>
    </message>
    <message>
        <source>No conflicts in this table.</source>
        <translation>此表没有冲突。</translation>
    </message>
    <message>
        <source>The conflicts could not be read.</source>
        <translation>无法读取冲突。</translation>
    </message>
</context>
<context>
    <name>causeway::DemoDialog</name>
    <message>
        <source>Demo</source>
        <translation>演示环境</translation>
    </message>
    <message>
        <source>Preparing the demo</source>
        <translation>正在准备演示环境</translation>
    </message>
    <message>
        <source>Two private database servers with a sample shop, in a folder of your own. Nothing else on this machine is touched.</source>
        <translation>两个私有数据库服务器和一个示例商店，位于您自己的文件夹中，不会改动本机的其他内容。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>causeway::EffectiveDialog</name>
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
        <source>table row</source>
        <translation>表配置行</translation>
    </message>
    <message>
        <source>this run</source>
        <translation>本次运行</translation>
    </message>
    <message>
        <source>instead of “%1”</source>
        <translation>取代“%1”</translation>
    </message>
    <message>
        <source>Settings in force</source>
        <translation>生效的设置</translation>
    </message>
    <message>
        <source>Settings in force: %1</source>
        <translation>生效的设置：%1</translation>
    </message>
    <message>
        <source>Follows</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>The .env file that this profile follows</source>
        <translation>此连接配置跟随的 .env 文件</translation>
    </message>
    <message>
        <source>Follow this file</source>
        <translation>跟随此文件</translation>
    </message>
    <message>
        <source>Settings and where they come from</source>
        <translation>各项设置及其来源</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The profile follows %1 now.</source>
        <translation>此连接配置现在跟随 %1。</translation>
    </message>
    <message>
        <source>It is read-only until you allow writing.</source>
        <translation>在您允许写入之前它是只读的。</translation>
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
    <message>
        <source>The pair</source>
        <translation>这对数据库</translation>
    </message>
</context>
<context>
    <name>causeway::ErrorCard</name>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Next step: %1</source>
        <translation>下一步：%1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>causeway::FieldDiff</name>
    <message>
        <source>Show the values as</source>
        <translation>值的显示方式</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>JSON, indented</source>
        <translation>JSON（缩进）</translation>
    </message>
    <message>
        <source>Bytes (hex)</source>
        <translation>字节（十六进制）</translation>
    </message>
</context>
<context>
    <name>causeway::FilterRow</name>
    <message>
        <source>Filter by %1</source>
        <translation>按“%1”筛选</translation>
    </message>
</context>
<context>
    <name>causeway::FirstRunDialog</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>快速入门</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Causeway keeps two databases in step: a remote one and a local one. Both choices below can be changed at any time.</source>
        <translation>Causeway 让两个数据库保持同步：一个远程，一个本地。下面两项选择随时可以更改。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>试用演示环境</translation>
    </message>
    <message>
        <source>Two private servers with a sample shop, changes on both sides and a few conflicts. Nothing of yours is touched.</source>
        <translation>两个私有服务器，内含示例商店、两端的更改和几处冲突。不会触及您的任何数据。</translation>
    </message>
    <message>
        <source>Import .env…</source>
        <translation>导入 .env…</translation>
    </message>
    <message>
        <source>Takes both databases from the file of your application. Nothing connects before you say so.</source>
        <translation>从您的应用程序的文件中读取两个数据库。未经您同意不会建立任何连接。</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>新建连接配置</translation>
    </message>
    <message>
        <source>Name a remote and a local database yourself. A new profile is read-only until you unlock it.</source>
        <translation>自行指定远程和本地数据库。新配置为只读，直到您解锁。</translation>
    </message>
    <message>
        <source>Welcome to Causeway</source>
        <translation>欢迎使用 Causeway</translation>
    </message>
    <message>
        <source>How do you want to begin?</source>
        <translation>您想如何开始？</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后再说</translation>
    </message>
</context>
<context>
    <name>causeway::HistoryFilters</name>
    <message>
        <source>Search in messages, codes, tables, run ids</source>
        <translation>搜索消息、代码、表、运行编号</translation>
    </message>
    <message>
        <source>Search the runs</source>
        <translation>搜索运行记录</translation>
    </message>
    <message>
        <source>Show runs with this status</source>
        <translation>显示此状态的运行</translation>
    </message>
    <message>
        <source>Show runs that took this table</source>
        <translation>显示包含此表的运行</translation>
    </message>
    <message>
        <source>Show runs in this direction</source>
        <translation>显示此方向的运行</translation>
    </message>
    <message>
        <source>Show runs of this time</source>
        <translation>显示此时段的运行</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>任意状态</translation>
    </message>
    <message>
        <source>Any direction</source>
        <translation>任意方向</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>任意时间</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>Last %1 days</source>
        <translation>最近 %1 天</translation>
    </message>
    <message>
        <source>Any table</source>
        <translation>任意表</translation>
    </message>
</context>
<context>
    <name>causeway::HistoryPage</name>
    <message>
        <source>Every run and what it did to each table.</source>
        <translation>每次运行，以及它对每个表做了什么。</translation>
    </message>
    <message>
        <source>Load older runs</source>
        <translation>加载更早的运行</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Tables of the run</source>
        <translation>此次运行的表</translation>
    </message>
    <message>
        <source>Tables of the run of %1</source>
        <translation>%1 的运行涉及的表</translation>
    </message>
    <message>
        <source>No runs recorded for this filter.</source>
        <translation>当前筛选条件下没有记录。</translation>
    </message>
    <message>
        <source>No runs yet. Sync now, and each run is recorded here.</source>
        <translation>还没有运行。立即同步后，每次运行都会记录在此。</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Show in Monitor</source>
        <translation>在监控中查看</translation>
    </message>
    <message>
        <source>Undo this run…</source>
        <translation>撤销这次运行…</translation>
    </message>
    <message>
        <source>The runs could not be read.</source>
        <translation>无法读取运行记录。</translation>
    </message>
    <message>
        <source>Remove old runs…</source>
        <translation>清理旧运行记录…</translation>
    </message>
</context>
<context>
    <name>causeway::MainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Sync</source>
        <translation>同步(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Conflicts</source>
        <translation>冲突(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>A run is at work</source>
        <translation>有运行正在进行</translation>
    </message>
    <message>
        <source>Closing stops it after the current batch. The next run goes on from there.</source>
        <translation>关闭会在当前批次后停止运行，下次运行将由此继续。</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>停止并关闭</translation>
    </message>
</context>
<context>
    <name>causeway::MonitorPage</name>
    <message>
        <source>5 m</source>
        <translation>5 分钟</translation>
    </message>
    <message>
        <source>15 m</source>
        <translation>15 分钟</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>6 h</source>
        <translation>6 小时</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>What goes on now, and what went on before.</source>
        <translation>现在正在发生什么，以及之前发生过什么。</translation>
    </message>
    <message>
        <source>Waiting for the first sample…</source>
        <translation>正在等待第一个采样…</translation>
    </message>
    <message>
        <source>Choose a profile first.</source>
        <translation>请先选择连接配置。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Paused. Shown: %1 to %2. Sampling goes on.</source>
        <translation>已暂停。显示：%1 至 %2。采样仍在继续。</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>监控</translation>
    </message>
    <message>
        <source>What is measured now cannot be kept beyond this session: %1 %2</source>
        <translation>当前的测量数据无法在本次会话之后保留：%1 %2</translation>
    </message>
    <message>
        <source>%1 has not answered since %2; it is tried again all the time.</source>
        <translation>%1 自 %2 起没有响应；系统会持续重试。</translation>
    </message>
</context>
<context>
    <name>causeway::MonitorPanel</name>
    <message>
        <source>More of %1</source>
        <translation>%1 的更多操作</translation>
    </message>
    <message>
        <source>Chart or table</source>
        <translation>图表或表格</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>保存为 PNG…</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>保存为 CSV…</translation>
    </message>
    <message>
        <source>Save as PNG</source>
        <translation>保存为 PNG</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>保存为 CSV</translation>
    </message>
    <message>
        <source>Run of %1: %2, %3</source>
        <translation>%1 的运行：%2，%3</translation>
    </message>
    <message>
        <source>No run in this time</source>
        <translation>此时段内没有运行</translation>
    </message>
    <message>
        <source>%1 of %2 succeeded (%3 %)</source>
        <translation>%2 次中 %1 次成功（%3 %）</translation>
    </message>
</context>
<context>
    <name>causeway::NavBar</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>causeway::OverviewPage</name>
    <message>
        <source>The chosen pair at a glance.</source>
        <translation>所选数据库对的整体状况。</translation>
    </message>
    <message>
        <source>Last runs</source>
        <translation>最近的运行</translation>
    </message>
    <message>
        <source>Choose a profile first.</source>
        <translation>请先选择连接配置。</translation>
    </message>
    <message>
        <source>Open conflicts</source>
        <translation>未决冲突</translation>
    </message>
    <message>
        <source>They wait; everything else flows.</source>
        <translation>它们在等待处理，其余内容照常同步。</translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>没有待处理的内容。</translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>处理…</translation>
    </message>
    <message>
        <source>Test…</source>
        <translation>测试…</translation>
    </message>
    <message>
        <source>✓ Connected, %1</source>
        <translation>✓ 已连接，%1</translation>
    </message>
    <message>
        <source>✗ Not reachable</source>
        <translation>✗ 无法连接</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Consistency</source>
        <translation>一致性</translation>
    </message>
    <message>
        <source>Prove it now</source>
        <translation>立即核对</translation>
    </message>
    <message>
        <source>Every row of every table, by value.</source>
        <translation>逐表逐行按值比对。</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比对…</translation>
    </message>
    <message>
        <source>Could not be compared</source>
        <translation>未能比对</translation>
    </message>
    <message>
        <source>Not compared by value yet.</source>
        <translation>尚未按值比对过。</translation>
    </message>
    <message>
        <source>Not proved</source>
        <translation>尚未核对</translation>
    </message>
    <message>
        <source>Compared at %1.</source>
        <translation>比对于 %1。</translation>
    </message>
    <message>
        <source>Not compared: %1.</source>
        <translation>未比对：%1。</translation>
    </message>
    <message>
        <source>✓ Equal on both sides</source>
        <translation>✓ 两端一致</translation>
    </message>
    <message>
        <source>%1 differ in %2</source>
        <translation>%2中有 %1不同</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>上次运行</translation>
    </message>
    <message>
        <source>Running now</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>Show in history</source>
        <translation>在历史中查看</translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation>还没有运行</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>同步表</translation>
    </message>
    <message>
        <source>%1 of %2 enabled</source>
        <translation>已启用 %1 个，共 %2 个</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>%1 cannot be reached: no run can start.</source>
        <translation>无法连接 %1：无法开始运行。</translation>
    </message>
    <message>
        <source>This pair is not set up yet: no table takes part.</source>
        <translation>这一对数据库尚未设置：没有表参与同步。</translation>
    </message>
    <message>
        <source>The profile is read-only: runs are previews until you allow writing.</source>
        <translation>此连接配置为只读：在您允许写入之前，只能预览。</translation>
    </message>
    <message>
        <source>The last run failed: %1</source>
        <translation>上次运行失败：%1</translation>
    </message>
    <message>
        <source>The last run left something undone: %1</source>
        <translation>上次运行有未完成的内容：%1</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
</context>
<context>
    <name>causeway::ParentPreview</name>
    <message>
        <source>not there</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>%1 → %2. Remote: %3. Local: %4.</source>
        <translation>%1 → %2。远程：%3。本地：%4。</translation>
    </message>
    <message>
        <source>Looking for the row it refers to…</source>
        <translation>正在查找它引用的行…</translation>
    </message>
    <message>
        <source>The row it refers to could not be read. %1</source>
        <translation>无法读取它引用的行。%1</translation>
    </message>
    <message>
        <source>It refers to no row: a part of the key is NULL.</source>
        <translation>它未引用任何行：键的一部分为 NULL。</translation>
    </message>
    <message>
        <source>Refers to:</source>
        <translation>引用：</translation>
    </message>
    <message>
        <source>%1 → %2. On both sides: %3.</source>
        <translation>%1 → %2。两端均有：%3。</translation>
    </message>
</context>
<context>
    <name>causeway::PreviewChoice</name>
    <message>
        <source>Without the tick these changes are left out of the run. They stay pending.</source>
        <translation>取消勾选后，本次运行略过这些更改，它们保持待同步。</translation>
    </message>
    <message>
        <source>Insert %1</source>
        <translation>插入 %1</translation>
    </message>
    <message>
        <source>Update %1</source>
        <translation>更新 %1</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>删除 %1</translation>
    </message>
</context>
<context>
    <name>causeway::PreviewView</name>
    <message>
        <source>What would be done per table</source>
        <translation>每个表将要做的事</translation>
    </message>
    <message>
        <source>Rows that would be written</source>
        <translation>将要写入的行</translation>
    </message>
    <message>
        <source>Values before and after</source>
        <translation>之前与之后的值</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Rows of %1</source>
        <translation>%1 的行</translation>
    </message>
    <message>
        <source>Rows of all tables</source>
        <translation>所有表的行</translation>
    </message>
    <message>
        <source>only the first %1 are listed</source>
        <translation>仅列出前 %1 行</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>写入 %1</translation>
    </message>
    <message>
        <source>Left out: %1, which stay pending.</source>
        <translation>略过：%1，保持待同步。</translation>
    </message>
</context>
<context>
    <name>causeway::ProfileForm</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Default direction</source>
        <translation>默认方向</translation>
    </message>
    <message>
        <source>Default type</source>
        <translation>默认类型</translation>
    </message>
    <message>
        <source>Read-only: nothing is written to either side</source>
        <translation>只读：不向任何一端写入</translation>
    </message>
    <message>
        <source>Keep passwords in the keychain</source>
        <translation>把密码保存在密钥环中</translation>
    </message>
    <message>
        <source>No keychain here: passwords are kept for this session</source>
        <translation>本机没有密钥环：密码仅保留于本次会话</translation>
    </message>
    <message>
        <source>The profile needs a name.</source>
        <translation>连接配置需要一个名称。</translation>
    </message>
    <message>
        <source>Both sides name the same database.</source>
        <translation>两端指向同一个数据库。</translation>
    </message>
</context>
<context>
    <name>causeway::ProfileImporter</name>
    <message>
        <source>Import a .env file</source>
        <translation>导入 .env 文件</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>已导入</translation>
    </message>
</context>
<context>
    <name>causeway::ProfilesPage</name>
    <message>
        <source>Named pairs of a remote and a local database.</source>
        <translation>每个配置由一个远程库和一个本地库组成。</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>连接配置</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>From a .env file…</source>
        <translation>从 .env 文件…</translation>
    </message>
    <message>
        <source>From mysql:// URLs…</source>
        <translation>从 mysql:// 地址…</translation>
    </message>
    <message>
        <source>Import your .env, paste a mysql:// URL, or start from blank.</source>
        <translation>导入 .env、粘贴 mysql:// 地址，或从空白开始。</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Discard the changes?</source>
        <translation>放弃更改？</translation>
    </message>
    <message>
        <source>The profile “%1” was edited and not saved.</source>
        <translation>连接配置“%1”已修改但未保存。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>新建连接配置</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1（副本）</translation>
    </message>
    <message>
        <source>Another profile is called “%1”.</source>
        <translation>已有名为“%1”的连接配置。</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>快捷键 Ctrl+S</translation>
    </message>
    <message>
        <source>Remove the profile?</source>
        <translation>移除此连接配置？</translation>
    </message>
    <message>
        <source>“%1” and its stored passwords are removed from this machine. Both databases stay as they are.</source>
        <translation>将从本机移除“%1”及其保存的密码。两端数据库保持不变。</translation>
    </message>
</context>
<context>
    <name>causeway::PruneDialog</name>
    <message>
        <source>Remove old runs</source>
        <translation>清理旧运行记录</translation>
    </message>
    <message>
        <source>Remove old runs from the log</source>
        <translation>从日志中清理旧运行记录</translation>
    </message>
    <message>
        <source>Keep the last</source>
        <translation>保留最近</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>Days to keep</source>
        <translation>保留天数</translation>
    </message>
    <message>
        <source>%1 of the log were removed.</source>
        <translation>已从日志中清理 %1。</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>Nothing is that old.</source>
        <translation>没有这么旧的记录。</translation>
    </message>
    <message>
        <source>%1 would be removed, of %2 runs that began between %3 and %4.</source>
        <translation>将清理 %1，属于 %3 至 %4 之间开始的 %2 次运行。</translation>
    </message>
    <message>
        <source>The profile is read-only: allow writing first.</source>
        <translation>配置为只读：请先允许写入。</translation>
    </message>
    <message>
        <source>%1 as old would stay: the last run of each table, and runs whose conflicts are open.</source>
        <translation>同样旧的 %1 将保留：每个表的最后一次运行，以及仍有未决冲突的运行。</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>清理 %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>清理</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>causeway::RepairDialog</name>
    <message>
        <source>The pair is not as it was shown any more. Nothing was changed; look at it again.</source>
        <translation>此数据库对已不是先前显示的状态。未作任何更改；请重新查看。</translation>
    </message>
    <message>
        <source>Repair this pair</source>
        <translation>修复此数据库对</translation>
    </message>
    <message>
        <source>Name of the profile, to confirm</source>
        <translation>用于确认的连接配置名称</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Looking at both databases…</source>
        <translation>正在查看两端数据库…</translation>
    </message>
    <message>
        <source>%1 and %2 are the pair that was recorded, and nothing is missing. There is nothing to repair: compare again.</source>
        <translation>%1 与 %2 正是所记录的数据库对，且没有缺失。无需修复：请重新比对。</translation>
    </message>
    <message>
        <source>Nothing is missing on either side. Check that these are the right databases: %1 and %2.</source>
        <translation>两端都没有缺失。请确认这两个数据库是正确的：%1 与 %2。</translation>
    </message>
    <message>
        <source>Decide which side is right:</source>
        <translation>请决定以哪一端为准：</translation>
    </message>
    <message>
        <source>Every enabled table of %1 becomes what %2 holds, row by row: rows that only %1 has are deleted there, rows that differ are overwritten. Every row that it loses is kept among the conflicts. If the run is cut off, the rest waits as conflicts.</source>
        <translation>%1 的每个已启用的表将逐行变为 %2 的内容：仅 %1 有的行会在那里删除，不同的行会被覆盖。它失去的每一行都保留在冲突记录中。若运行中断，其余的行作为冲突等待处理。</translation>
    </message>
    <message>
        <source>Syncs go on from where they were. No row is changed now.</source>
        <translation>同步将从原处继续。现在不更改任何行。</translation>
    </message>
    <message>
        <source>No row is changed now. What was agreed before counts no more: the next sync takes equal rows for agreed and queues every other row as a conflict, also rows that only one side has. Nothing is deleted or overwritten unasked.</source>
        <translation>现在不更改任何行。此前达成的一致不再算数：下一次同步将相等的行视为一致，其余每一行（包括仅一端有的行）都作为冲突排队。未经询问不会删除或覆盖任何内容。</translation>
    </message>
    <message>
        <source>Accept both</source>
        <translation>接受两端</translation>
    </message>
    <message>
        <source>Refill remote</source>
        <translation>重填远程</translation>
    </message>
    <message>
        <source>Refill local</source>
        <translation>重填本地</translation>
    </message>
    <message>
        <source>Accept both databases as they are now</source>
        <translation>接受两端数据库的现状</translation>
    </message>
    <message>
        <source>Refill %1 from %2</source>
        <translation>用 %2 重填 %1</translation>
    </message>
    <message>
        <source>The profile is read-only: allow writing first.</source>
        <translation>此连接配置为只读：请先允许写入。</translation>
    </message>
    <message>
        <source>Type “%1” to go on:</source>
        <translation>输入“%1”以继续：</translation>
    </message>
</context>
<context>
    <name>causeway::RestoreDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>On the server of</source>
        <translation>目标服务器</translation>
    </message>
    <message>
        <source>Into the database</source>
        <translation>目标数据库</translation>
    </message>
    <message>
        <source>It is made when there is none of this name. A database that holds anything is refused: nothing is ever overwritten.</source>
        <translation>没有同名数据库时会新建。有任何内容的数据库都会被拒绝：绝不覆盖。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1 of %2, taken %3: %4, %5.</source>
        <translation>%2的 %1，备份于 %3：%4，%5。</translation>
    </message>
</context>
<context>
    <name>causeway::ResultView</name>
    <message>
        <source>What was done per table</source>
        <translation>每个表所做的事</translation>
    </message>
    <message>
        <source>Show in history</source>
        <translation>在历史中查看</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>再次运行</translation>
    </message>
    <message>
        <source>Review %1</source>
        <translation>处理 %1</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
</context>
<context>
    <name>causeway::RunProgress</name>
    <message>
        <source>rows/s</source>
        <translation>行/秒</translation>
    </message>
    <message>
        <source>time left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>rows to local</source>
        <translation>写入本地的行</translation>
    </message>
    <message>
        <source>rows to remote</source>
        <translation>写入远程的行</translation>
    </message>
    <message>
        <source>conflicts</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>elapsed</source>
        <translation>已用时间</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stops after this batch; what is done stays done (Shift+F9)</source>
        <translation>在本批后停止，已完成的内容保留（Shift+F9）</translation>
    </message>
    <message>
        <source>Stopping after this batch…</source>
        <translation>本批完成后停止…</translation>
    </message>
    <message>
        <source>Looking what there is to do…</source>
        <translation>正在比对，查看需要做什么…</translation>
    </message>
    <message>
        <source>Syncing…</source>
        <translation>正在同步…</translation>
    </message>
    <message>
        <source>Table %1 of %2</source>
        <translation>第 %1 个表，共 %2 个</translation>
    </message>
    <message>
        <source>All tables</source>
        <translation>所有表</translation>
    </message>
    <message>
        <source>%1: %2 of %3 rows</source>
        <translation>%1：%2 / %3 行</translation>
    </message>
    <message>
        <source>estimating…</source>
        <translation>正在估算…</translation>
    </message>
    <message>
        <source>Backing up first…</source>
        <translation>正在先行备份…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Pausing after this batch…</source>
        <translation>本批完成后暂停…</translation>
    </message>
    <message>
        <source>Nothing is being written, no row is locked. Other runs are kept out, and the structure of these tables cannot be changed. After 30 minutes the run stops by itself; the next one goes on from there.</source>
        <translation>当前没有写入，也没有锁定任何行。其他运行无法开始，这些表的结构暂时不能更改。30 分钟后运行自动停止；下一次运行从此处继续。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Stands still after this batch (F9)</source>
        <translation>本批完成后暂停 (F9)</translation>
    </message>
    <message>
        <source>Goes on where it stands (F9)</source>
        <translation>从当前位置继续 (F9)</translation>
    </message>
</context>
<context>
    <name>causeway::ScanDialog</name>
    <message>
        <source>Scan both databases</source>
        <translation>扫描两端数据库</translation>
    </message>
    <message>
        <source>Also create tables that only one side has on the other</source>
        <translation>同时在另一端创建只有一端才有的表</translation>
    </message>
    <message>
        <source>Statements that will be executed</source>
        <translation>将要执行的语句</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Looking at both databases…</source>
        <translation>正在查看两端数据库…</translation>
    </message>
    <message>
        <source>Everything is set up already. Nothing has to be executed.</source>
        <translation>一切已设置好，无需执行任何语句。</translation>
    </message>
    <message>
        <source>The profile is read-only: allow writing first.</source>
        <translation>此连接配置为只读：请先允许写入。</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>开始设置</translation>
    </message>
    <message>
        <source>Statements to execute: %1. Tables that get settings: %2.</source>
        <translation>待执行的语句：%1。将获得设置的表：%2。</translation>
    </message>
</context>
<context>
    <name>causeway::ScheduleForm</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>执行间隔</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Minutes from one run to the next</source>
        <translation>两次运行之间的分钟数</translation>
    </message>
    <message>
        <source>Quiet hours: no run begins</source>
        <translation>静默时段：不开始运行</translation>
    </message>
    <message>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <source>until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Quiet hours begin</source>
        <translation>静默时段开始</translation>
    </message>
    <message>
        <source>Quiet hours end</source>
        <translation>静默时段结束</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>还原</translation>
    </message>
</context>
<context>
    <name>causeway::SchedulePage</name>
    <message>
        <source>Syncs that run by themselves.</source>
        <translation>自动进行的同步。</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Run now</source>
        <translation>立即执行</translation>
    </message>
    <message>
        <source>Skip the next run</source>
        <translation>跳过下一次</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>A run that is at work ends as it would; no other begins.</source>
        <translation>正在进行的运行会照常结束，之后不再开始新的运行。</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>当前状态</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>调度类型</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>执行间隔</translation>
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
        <translation>执行者</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>The next runs</source>
        <translation>接下来的运行</translation>
    </message>
    <message>
        <source>Runs that were missed, because the machine slept or was off, are made up for by one. A run that is due while another is at work waits its turn.</source>
        <translation>因计算机休眠或关机而错过的多次运行，只补做一次。到期时若有其他运行正在进行，则排队等候。</translation>
    </message>
    <message>
        <source>This pair is locked. Allow writing to it first, at the lock above.</source>
        <translation>此连接配置已锁定。请先用上方的锁允许写入。</translation>
    </message>
    <message>
        <source>Choose a pair first; each has a schedule of its own.</source>
        <translation>请先选择一个连接配置；每个连接配置各有自己的调度。</translation>
    </message>
    <message>
        <source>This pair has no control tables yet. Set it up on the Tables page first.</source>
        <translation>这一对数据库还没有控制表。请先在“同步表”页面进行初始化。</translation>
    </message>
    <message>
        <source>Automatic sync is off. Turn it on, or keep syncing by hand.</source>
        <translation>自动同步未启用。可在此启用，或继续手动同步。</translation>
    </message>
    <message>
        <source>The next run is left out already.</source>
        <translation>下一次运行已经跳过。</translation>
    </message>
    <message>
        <source>The schedule is on, but nobody runs it: this pair is locked here, and no &quot;causewayctl scheduler run&quot; is at work.</source>
        <translation>调度已启用，但没有程序在执行：此连接配置在这里被锁定，也没有“causewayctl scheduler run”在运行。</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>MINUTES (a fixed interval)</source>
        <translation>MINUTES（固定间隔）</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>Alerts…</source>
        <translation>告警…</translation>
    </message>
    <message>
        <source>When to raise an alert, and whom to tell.</source>
        <translation>何时触发告警，以及通知谁。</translation>
    </message>
    <message>
        <source>The schedule could not be read.</source>
        <translation>无法读取调度。</translation>
    </message>
</context>
<context>
    <name>causeway::SideForm</name>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Socket</source>
        <translation>套接字</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS 加密</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA 文件</translation>
    </message>
    <message>
        <source>db1.example.com or 127.0.0.1</source>
        <translation>db1.example.com 或 127.0.0.1</translation>
    </message>
    <message>
        <source>path of a UNIX socket, instead of host and port</source>
        <translation>UNIX 套接字路径，代替主机和端口</translation>
    </message>
    <message>
        <source>the system&apos;s certificates</source>
        <translation>使用系统证书</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>显示密码</translation>
    </message>
    <message>
        <source>CA certificate file</source>
        <translation>CA 证书文件</translation>
    </message>
    <message>
        <source>The %1 side needs a host or a socket.</source>
        <translation>%1端需要主机或套接字。</translation>
    </message>
    <message>
        <source>The %1 side needs the name of its database.</source>
        <translation>%1端需要数据库名称。</translation>
    </message>
    <message>
        <source>The %1 side needs a user.</source>
        <translation>%1端需要用户。</translation>
    </message>
    <message>
        <source>not stored</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>kept for this session</source>
        <translation>保留于本次会话</translation>
    </message>
    <message>
        <source>from the environment</source>
        <translation>来自环境变量</translation>
    </message>
    <message>
        <source>in the keychain</source>
        <translation>保存在密钥环中</translation>
    </message>
    <message>
        <source>from the .env file</source>
        <translation>来自 .env 文件</translation>
    </message>
    <message>
        <source>Remote (MySQL)</source>
        <translation>远程（MySQL）</translation>
    </message>
    <message>
        <source>Local (MariaDB)</source>
        <translation>本地（MariaDB）</translation>
    </message>
</context>
<context>
    <name>causeway::StatusStrip</name>
    <message>
        <source>connected, %1</source>
        <translation>已连接，%1</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>未检查</translation>
    </message>
    <message>
        <source>Click to check again</source>
        <translation>点击重新检查</translation>
    </message>
    <message>
        <source>No run at work</source>
        <translation>没有正在进行的运行</translation>
    </message>
    <message>
        <source>no open conflicts</source>
        <translation>没有未决冲突</translation>
    </message>
    <message>
        <source>open conflicts: %1</source>
        <translation>未决冲突：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
</context>
<context>
    <name>causeway::StepList</name>
    <message>
        <source>Testing…</source>
        <translation>正在测试…</translation>
    </message>
</context>
<context>
    <name>causeway::SyncOptions</name>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Who wins a conflict</source>
        <translation>冲突时谁优先</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>同步表</translation>
    </message>
    <message>
        <source>all enabled</source>
        <translation>全部已启用</translation>
    </message>
    <message>
        <source>none</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>The same on the command line</source>
        <translation>等同的命令行</translation>
    </message>
    <message>
        <source>Copy the command line</source>
        <translation>复制命令行</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Sync without preview</source>
        <translation>不预览直接同步</translation>
    </message>
    <message>
        <source>Shows what would be written; writes nothing (F5)</source>
        <translation>显示将要写入的内容，不做任何写入（F5）</translation>
    </message>
    <message>
        <source>As set for each table</source>
        <translation>按各表设置</translation>
    </message>
    <message>
        <source>Back up first</source>
        <translation>先备份</translation>
    </message>
    <message>
        <source>A FULL run may overwrite and delete much. The sides that it writes to are backed up before it starts; it does not start when that fails.</source>
        <translation>FULL 运行可能覆盖和删除大量数据。开始前会备份它要写入的端；备份失败则不会开始。</translation>
    </message>
</context>
<context>
    <name>causeway::SyncPage</name>
    <message>
        <source>Look first, then write: what the preview shows is what runs.</source>
        <translation>先看后写：预览所示即运行所做。</translation>
    </message>
    <message>
        <source>Write to both sides?</source>
        <translation>写入两端？</translation>
    </message>
    <message>
        <source>Sync without a preview?</source>
        <translation>不预览直接同步？</translation>
    </message>
    <message>
        <source>Changes are written to %1 and %2 at once. Guards still stop a table before unusually many rows are deleted.</source>
        <translation>更改会立即写入 %1 和 %2。若某个表将被删除异常多的行，防护仍会先行停止该表。</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>The profile is read-only: the preview works, writing has to be allowed first.</source>
        <translation>此连接配置为只读：可以预览，写入须先允许。</translation>
    </message>
    <message>
        <source>Choose a profile first.</source>
        <translation>请先选择连接配置。</translation>
    </message>
    <message>
        <source>Nothing planned. Press F5 to compare.</source>
        <translation>暂无计划。按 F5 开始比对。</translation>
    </message>
    <message>
        <source>No table is chosen. Set up the tables on the Tables page first.</source>
        <translation>未选择任何表。请先在“同步表”页面设置。</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>写入 %1</translation>
    </message>
    <message>
        <source>Allow the deletes of %1?</source>
        <translation>允许 %1 的删除？</translation>
    </message>
    <message>
        <source>Delete and sync %1</source>
        <translation>删除并同步 %1</translation>
    </message>
    <message>
        <source>The tables could not be read.</source>
        <translation>无法读取同步表。</translation>
    </message>
</context>
<context>
    <name>causeway::TableDetails</name>
    <message>
        <source>Structure of the table on both sides</source>
        <translation>该表在两端的结构</translation>
    </message>
    <message>
        <source>Looking at both sides…</source>
        <translation>正在查看两端…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>no such table</source>
        <translation>没有此表</translation>
    </message>
    <message>
        <source>The structures are the same.</source>
        <translation>两端结构相同。</translation>
    </message>
    <message>
        <source>Differences in structure: %1</source>
        <translation>结构差异：%1</translation>
    </message>
    <message>
        <source>Last sync: %1</source>
        <translation>上次同步：%1</translation>
    </message>
    <message>
        <source>Never synced</source>
        <translation>从未同步</translation>
    </message>
</context>
<context>
    <name>causeway::TablesGrid</name>
    <message>
        <source>Tables that take part in the sync</source>
        <translation>参与同步的表</translation>
    </message>
    <message>
        <source>Drag a table up or down to change its priority</source>
        <translation>上下拖动表即可更改其优先级</translation>
    </message>
</context>
<context>
    <name>causeway::TablesPage</name>
    <message>
        <source>Which tables take part, in which direction, and who wins a conflict.</source>
        <translation>哪些表参与同步、方向如何、冲突时谁优先。</translation>
    </message>
    <message>
        <source>Filter tables</source>
        <translation>筛选表</translation>
    </message>
    <message>
        <source>Scan both databases…</source>
        <translation>扫描两端数据库…</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Choose a profile first.</source>
        <translation>请先选择连接配置。</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>No tables are set up. Scan both databases.</source>
        <translation>尚未配置同步表。扫描两端数据库以添加。</translation>
    </message>
    <message>
        <source>The profile is read-only. Allow writing to edit the tables.</source>
        <translation>此连接配置为只读。请先允许写入，再编辑。</translation>
    </message>
    <message>
        <source>Apply (%1)</source>
        <translation>应用（%1）</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>同步表</translation>
    </message>
    <message>
        <source>Edited cells, not applied yet: %1</source>
        <translation>已编辑、尚未应用的单元格：%1</translation>
    </message>
    <message>
        <source>Edit selected…</source>
        <translation>编辑所选…</translation>
    </message>
    <message>
        <source>SQL…</source>
        <translation>查看 SQL…</translation>
    </message>
    <message>
        <source>SQL of the changes</source>
        <translation>更改的 SQL</translation>
    </message>
    <message>
        <source>The tables could not be read.</source>
        <translation>无法读取同步表。</translation>
    </message>
    <message>
        <source>Edited cells: %1. Allow writing to apply them, or revert them.</source>
        <translation>已编辑的单元格：%1。允许写入后可应用，或者还原。</translation>
    </message>
</context>
<context>
    <name>causeway::TopBar</name>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>连接配置</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Writing allowed</source>
        <translation>已允许写入</translation>
    </message>
    <message>
        <source>Nothing is written to either side. Click to allow writing.</source>
        <translation>不会向任何一端写入。点击以允许写入。</translation>
    </message>
    <message>
        <source>Runs may write to both sides. Click to lock.</source>
        <translation>运行可以写入两端。点击以锁定。</translation>
    </message>
    <message>
        <source>Allow writing?</source>
        <translation>允许写入？</translation>
    </message>
    <message>
        <source>Runs, decisions and table settings may then change data on %1 and %2.</source>
        <translation>此后，运行、冲突决定和表设置可以更改 %1 与 %2 上的数据。</translation>
    </message>
    <message>
        <source>Allow writing</source>
        <translation>允许写入</translation>
    </message>
    <message>
        <source>Stops after this batch; what is done stays done</source>
        <translation>本批完成后停止；已完成的保持不变</translation>
    </message>
    <message>
        <source>Shows first what would be written, then asks</source>
        <translation>先显示将写入的内容，再请您确认</translation>
    </message>
    <message>
        <source>Stands still after this batch until you let it go on</source>
        <translation>本批完成后暂停，直到您让它继续</translation>
    </message>
    <message>
        <source>Goes on where it stands</source>
        <translation>从当前位置继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>causeway::TrayIcon</name>
    <message>
        <source>Show Causeway</source>
        <translation>显示 Causeway</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Causeway goes on in the tray, and its schedule with it. Quit ends it.</source>
        <translation>Causeway 会在托盘中继续运行，调度也照常进行。选择“退出”才会结束。</translation>
    </message>
</context>
<context>
    <name>causeway::UndoDialog</name>
    <message>
        <source>Undo a run</source>
        <translation>撤销一次运行</translation>
    </message>
    <message>
        <source>Undo the run of %1</source>
        <translation>撤销 %1 的运行</translation>
    </message>
    <message>
        <source>What is put back, by table</source>
        <translation>各表恢复的内容</translation>
    </message>
    <message>
        <source>Name of the profile, to confirm</source>
        <translation>输入连接配置的名称以确认</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>On remote</source>
        <translation>远程侧</translation>
    </message>
    <message>
        <source>On local</source>
        <translation>本地侧</translation>
    </message>
    <message>
        <source>Left as it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>changed after the run</source>
        <translation>运行之后被改过</translation>
    </message>
    <message>
        <source>remote</source>
        <translation>远程</translation>
    </message>
    <message>
        <source>local</source>
        <translation>本地</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>and more</source>
        <translation>以及更多</translation>
    </message>
    <message>
        <source>Putting rows back…</source>
        <translation>正在恢复行…</translation>
    </message>
    <message>
        <source>Looking at what the run wrote…</source>
        <translation>正在查看这次运行写入的内容…</translation>
    </message>
    <message>
        <source>Nothing is to be put back.</source>
        <translation>没有需要恢复的内容。</translation>
    </message>
    <message>
        <source>The profile is read-only: allow writing first.</source>
        <translation>该连接配置是只读的：请先允许写入。</translation>
    </message>
    <message>
        <source>Rows that were changed after the run are left alone. The next sync would do the same again: change what caused it first (a policy, a direction, the rows themselves), and mind the schedule.</source>
        <translation>运行之后又被改过的行不会动。下一次同步会再做同样的事：请先改变起因（策略、方向或行本身），并留意定时计划。</translation>
    </message>
    <message>
        <source>Type “%1” to go on:</source>
        <translation>请输入“%1”以继续：</translation>
    </message>
    <message>
        <source>Undo the run</source>
        <translation>撤销这次运行</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Rows put back: %1.</source>
        <translation>已恢复的行：%1。</translation>
    </message>
    <message>
        <source>Rows put back: %1. Those listed were left as they are.</source>
        <translation>已恢复的行：%1。列出的行保持原样。</translation>
    </message>
    <message>
        <source>Rows that would be put back as they were before the run: %1.</source>
        <translation>将恢复到运行之前状态的行：%1。</translation>
    </message>
</context>
<context>
    <name>causeway::UrlImportDialog</name>
    <message>
        <source>Import from URLs</source>
        <translation>从地址导入</translation>
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
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Both URLs are needed.</source>
        <translation>需要填写两个地址。</translation>
    </message>
</context>
<context>
    <name>causeway::WelcomeView</name>
    <message>
        <source>Two databases in step</source>
        <translation>两个数据库，步调一致</translation>
    </message>
    <message>
        <source>No profile yet. Try the demo: it starts two private servers with a sample shop. Or import your .env, or name a remote and a local database yourself.</source>
        <translation>还没有连接配置。先试用演示环境：它会启动两个私有服务器和一个示例商店。也可以导入 .env，或自行填写远程与本地数据库。</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>试用演示环境</translation>
    </message>
    <message>
        <source>Import .env…</source>
        <translation>导入 .env…</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>新建连接配置</translation>
    </message>
</context>
</TS>
