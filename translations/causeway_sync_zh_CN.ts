<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Backup</name>
    <message>
        <source>The backup &quot;%1&quot;</source>
        <translation>备份“%1”</translation>
    </message>
    <message>
        <source>Its data file is missing.</source>
        <translation>它的数据文件不存在。</translation>
    </message>
    <message>
        <source>It has %1 bytes instead of %2.</source>
        <translation>它有 %1 字节，而应为 %2 字节。</translation>
    </message>
    <message>
        <source>Its SHA-256 is not the one that was noted when it was made.</source>
        <translation>它的 SHA-256 与备份时记录的不一致。</translation>
    </message>
    <message>
        <source>The member &quot;%1&quot; is missing or has a wrong value.</source>
        <translation>成员“%1”缺失或值有误。</translation>
    </message>
    <message>
        <source>A backup of %1 needs %1&apos;s own program; the package %2 has it.</source>
        <translation>备份 %1 需要 %1 自带的程序；它在软件包 %2 中。</translation>
    </message>
    <message>
        <source>Found, but of another family: %1.</source>
        <translation>找到了，但属于另一家族：%1。</translation>
    </message>
    <message>
        <source>The end of the dump is missing in it.</source>
        <translation>其中缺少转储的结尾。</translation>
    </message>
    <message>
        <source>The table %1 has %2 rows after the restore instead of %3.</source>
        <translation>恢复后表 %1 有 %2 行，而应为 %3 行。</translation>
    </message>
    <message>
        <source>%1 was there before; it may hold a part of the backup now.</source>
        <translation>%1 之前已存在；其中现在可能有备份的一部分。</translation>
    </message>
    <message>
        <source>%1 was made by the restore and could not be dropped again.</source>
        <translation>%1 由本次恢复新建，未能再删除。</translation>
    </message>
    <message>
        <source>Exit code %1.</source>
        <translation>退出码 %1。</translation>
    </message>
    <message>
        <source>It was ended by a signal.</source>
        <translation>它被信号终止。</translation>
    </message>
    <message>
        <source>The run did not start: the backup before it failed. Nothing was changed.</source>
        <translation>运行没有开始：运行前的备份失败。没有做任何更改。</translation>
    </message>
    <message>
        <source>The backup that is due failed: %1</source>
        <translation>到期的备份失败：%1</translation>
    </message>
    <message>
        <source>It belongs to the file %1.</source>
        <translation>它属于文件 %1。</translation>
    </message>
</context>
<context>
    <name>ConnectionTest</name>
    <message>
        <source>Name lookup</source>
        <translation>域名解析</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 解析为 %2</translation>
    </message>
    <message>
        <source>Local socket</source>
        <translation>本地套接字</translation>
    </message>
    <message>
        <source>TCP connection</source>
        <translation>TCP 连接</translation>
    </message>
    <message>
        <source>port %1</source>
        <translation>端口 %1</translation>
    </message>
    <message>
        <source>%1 answers</source>
        <translation>%1 有响应</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Encryption (TLS)</source>
        <translation>加密（TLS）</translation>
    </message>
    <message>
        <source>logged in as %1</source>
        <translation>已以 %1 身份登录</translation>
    </message>
    <message>
        <source>not encrypted (%1)</source>
        <translation>未加密（%1）</translation>
    </message>
    <message>
        <source>encrypted with %1 (%2)</source>
        <translation>已用 %1 加密（%2）</translation>
    </message>
    <message>
        <source>Everybody on the way can read the data. Switch TLS on at the server and choose REQUIRED or better.</source>
        <translation>途中任何人都能读取数据。请在服务器上启用 TLS，并选择 REQUIRED 或更高的模式。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not checked. Choose VERIFY_IDENTITY with the CA file of the server to rule out an impostor.</source>
        <translation>未验证服务器的证书。请选择 VERIFY_IDENTITY 并指定服务器的 CA 文件，以防止冒充。</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>%1 is there</source>
        <translation>%1 存在</translation>
    </message>
    <message>
        <source>Privileges</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Missing: %1.</source>
        <translation>缺少：%1。</translation>
    </message>
    <message>
        <source>Grant %1 on the database %2 to %3.</source>
        <translation>请将数据库 %2 的 %1 权限授予 %3。</translation>
    </message>
    <message>
        <source>%1 on single tables only</source>
        <translation>仅对个别表有 %1 权限</translation>
    </message>
    <message>
        <source>Tables without these rights cannot be synced; grant them on the whole database if all tables shall be.</source>
        <translation>没有这些权限的表无法同步；如需同步所有表，请对整个数据库授权。</translation>
    </message>
    <message>
        <source>CREATE is missing: the set-up cannot make Causeway&apos;s own tables here. Grant it for the set-up, or have them made for you.</source>
        <translation>缺少 CREATE 权限：初始化无法在此创建 Causeway 自己的表。请为初始化授予该权限，或请他人代为创建。</translation>
    </message>
    <message>
        <source>Server version</source>
        <translation>服务器版本</translation>
    </message>
    <message>
        <source>This version is older than those Causeway is made for (MySQL 8.0, MariaDB 10.11). Try it with a dry run first.</source>
        <translation>此版本早于 Causeway 所针对的版本（MySQL 8.0、MariaDB 10.11）。请先用试运行验证。</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Write access</source>
        <translation>写入权限</translation>
    </message>
    <message>
        <source>the server is read-only</source>
        <translation>服务器为只读</translation>
    </message>
    <message>
        <source>Only users with special rights can write here; point this side at the primary server to sync towards it.</source>
        <translation>只有具备特殊权限的用户才能在此写入；要同步到这一端，请让它指向主服务器。</translation>
    </message>
    <message>
        <source>the server is %1 s ahead</source>
        <translation>服务器快 %1 秒</translation>
    </message>
    <message>
        <source>the server is %1 s behind</source>
        <translation>服务器慢 %1 秒</translation>
    </message>
    <message>
        <source>Set both clocks by a time service (NTP). Syncing does not depend on clocks, but times in logs will not match.</source>
        <translation>请用时间服务（NTP）校准两端的时钟。同步不依赖时钟，但日志中的时间会对不上。</translation>
    </message>
    <message>
        <source>Durability</source>
        <translation>持久性</translation>
    </message>
    <message>
        <source>commits survive a crash</source>
        <translation>提交在崩溃后不会丢失</translation>
    </message>
    <message>
        <source>After a crash of the server or a failover its last commits may be missing. Causeway notices that and stops (SYNC_009); set both to 1 to be spared it.</source>
        <translation>服务器崩溃或故障切换后，最后的提交可能丢失。Causeway 会发现并停下（SYNC_009）；把两项都设为 1 即可避免。</translation>
    </message>
</context>
<context>
    <name>ConnectionUrl</name>
    <message>
        <source>connection URL</source>
        <translation>连接地址</translation>
    </message>
    <message>
        <source>The %1 holds a percent sign that is not followed by two hexadecimal digits; encode the percent sign itself as well.</source>
        <translation>%1中的百分号后面不是两位十六进制数字；百分号本身也需要编码。</translation>
    </message>
    <message>
        <source>The %1 is not UTF-8 text after decoding.</source>
        <translation>%1解码后不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>It must begin with mysql:// or mariadb://.</source>
        <translation>必须以 mysql:// 或 mariadb:// 开头。</translation>
    </message>
    <message>
        <source>user name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>The user name is missing; write mysql://user@host/database.</source>
        <translation>缺少用户名；请写成 mysql://user@host/database 的形式。</translation>
    </message>
    <message>
        <source>password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>The port must be a number from 1 to 65535.</source>
        <translation>端口必须是 1 到 65535 之间的数字。</translation>
    </message>
    <message>
        <source>An IPv6 address must stand in brackets, as in [::1]:3306.</source>
        <translation>IPv6 地址必须放在方括号中，例如 [::1]:3306。</translation>
    </message>
    <message>
        <source>host name</source>
        <translation>主机名</translation>
    </message>
    <message>
        <source>There is more than one name after the host; only the database belongs there.</source>
        <translation>主机后面有多个名称；此处只能有数据库名。</translation>
    </message>
    <message>
        <source>database name</source>
        <translation>数据库名</translation>
    </message>
    <message>
        <source>The database is missing; write mysql://user@host/database.</source>
        <translation>缺少数据库；请写成 mysql://user@host/database 的形式。</translation>
    </message>
    <message>
        <source>The TLS mode &quot;%1&quot; is not known; use DISABLED, PREFERRED, REQUIRED, VERIFY_CA or VERIFY_IDENTITY.</source>
        <translation>未知的 TLS 模式“%1”；请使用 DISABLED、PREFERRED、REQUIRED、VERIFY_CA 或 VERIFY_IDENTITY。</translation>
    </message>
    <message>
        <source>The option &quot;%1&quot; is not known; there are socket, tls and tls-ca.</source>
        <translation>未知的选项“%1”；可用的有 socket、tls 和 tls-ca。</translation>
    </message>
    <message>
        <source>option name</source>
        <translation>选项名</translation>
    </message>
    <message>
        <source>option value</source>
        <translation>选项值</translation>
    </message>
</context>
<context>
    <name>EffectiveConfig</name>
    <message>
        <source>%1, line %2</source>
        <translation>%1，第 %2 行</translation>
    </message>
</context>
<context>
    <name>EnvFile</name>
    <message>
        <source>The file is larger than 1 MiB; this is no .env file.</source>
        <translation>文件大于 1 MiB，不是 .env 文件。</translation>
    </message>
    <message>
        <source>This name or value cannot be written to a .env file.</source>
        <translation>此名称或值无法写入 .env 文件。</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>There is a NUL byte; the file is no UTF-8 text file.</source>
        <translation>含有 NUL 字节；该文件不是 UTF-8 文本文件。</translation>
    </message>
    <message>
        <source>A line must be NAME=value or a comment that begins with #.</source>
        <translation>每行必须是 NAME=value，或以 # 开头的注释。</translation>
    </message>
    <message>
        <source>There is no &quot;=&quot; right after the name &quot;%1&quot;.</source>
        <translation>名称“%1”之后没有“=”。</translation>
    </message>
    <message>
        <source>The quote opened for &quot;%1&quot; is never closed.</source>
        <translation>“%1”的引号没有闭合。</translation>
    </message>
    <message>
        <source>${%1} is not defined above this line and stays as it is.</source>
        <translation>${%1} 未在此行之前定义，保持原样。</translation>
    </message>
    <message>
        <source>There is text after the closing quote; quote the whole value.</source>
        <translation>右引号之后还有文本；请将整个值放在引号内。</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; is no UTF-8 text.</source>
        <translation>“%1”的值不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>Line %1: &quot;%2&quot; was set before, on line %3; the last one counts.</source>
        <translation>第 %1 行：“%2”在第 %3 行已设置过；以最后一次为准。</translation>
    </message>
</context>
<context>
    <name>EnvProfile</name>
    <message>
        <source>%1 does not set it.</source>
        <translation>%1 中没有设置它。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; (from %2) is not one of: %3.</source>
        <translation>“%1”（来自 %2）不在允许的值之内：%3。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; (from %2) is no whole number from 1 to %3.</source>
        <translation>“%1”（来自 %2）不是 1 到 %3 之间的整数。</translation>
    </message>
</context>
<context>
    <name>EnvSwitch</name>
    <message>
        <source>There is no switch to take back.</source>
        <translation>没有可撤回的切换。</translation>
    </message>
    <message>
        <source>DB_ENV was changed by somebody else meanwhile.</source>
        <translation>DB_ENV 在此期间被他人修改。</translation>
    </message>
</context>
<context>
    <name>File</name>
    <message>
        <source>There is no such file.</source>
        <translation>没有这个文件。</translation>
    </message>
    <message>
        <source>This is a folder, not a file.</source>
        <translation>这是文件夹，不是文件。</translation>
    </message>
    <message>
        <source>The file is larger than %1 bytes.</source>
        <translation>文件大于 %1 字节。</translation>
    </message>
    <message>
        <source>It belongs to another user, and this one cannot keep it so.</source>
        <translation>文件属于其他用户，当前用户无法保持其属主。</translation>
    </message>
</context>
<context>
    <name>PrivateServer</name>
    <message>
        <source>the data folder could not be prepared</source>
        <translation>无法准备数据文件夹。</translation>
    </message>
    <message>
        <source>the folder holds the data of another kind of server</source>
        <translation>该文件夹中是另一种服务器的数据。</translation>
    </message>
    <message>
        <source>port %1 is in use</source>
        <translation>端口 %1 已被占用。</translation>
    </message>
    <message>
        <source>the server ended while starting</source>
        <translation>服务器在启动过程中退出。</translation>
    </message>
    <message>
        <source>the server was not ready in time: %1</source>
        <translation>服务器未及时就绪：%1</translation>
    </message>
    <message>
        <source>the server did not stop in time and was killed</source>
        <translation>服务器未及时停止，已被强制结束。</translation>
    </message>
    <message>
        <source>the server&apos;s folder cannot be made, or is somebody else&apos;s</source>
        <translation>无法创建服务器的文件夹，或该文件夹属于他人。</translation>
    </message>
    <message>
        <source>the server&apos;s folder cannot be written</source>
        <translation>无法写入服务器的文件夹。</translation>
    </message>
    <message>
        <source>another Causeway runs the server in this folder</source>
        <translation>另一个 Causeway 正在运行此文件夹中的服务器。</translation>
    </message>
    <message>
        <source>cannot be deleted</source>
        <translation>无法删除。</translation>
    </message>
    <message>
        <source>a server of an earlier start still runs here and cannot be ended</source>
        <translation>先前启动的服务器仍在此运行，且无法结束。</translation>
    </message>
    <message>
        <source>cannot be written</source>
        <translation>无法写入。</translation>
    </message>
    <message>
        <source>program not found; install the package mariadb-server-core</source>
        <translation>找不到程序；请安装软件包 mariadb-server-core。</translation>
    </message>
    <message>
        <source>CAUSEWAY_MYSQL_ROOT names no unpacked MySQL server</source>
        <translation>CAUSEWAY_MYSQL_ROOT 未指向已解包的 MySQL 服务器。</translation>
    </message>
    <message>
        <source>program not found; CAUSEWAY_MYSQL_ROOT must name an unpacked MySQL server</source>
        <translation>找不到程序；CAUSEWAY_MYSQL_ROOT 必须指向已解包的 MySQL 服务器。</translation>
    </message>
    <message>
        <source>no such ordinary account; a server does not run as root</source>
        <translation>没有这个普通账户；服务器不能以 root 身份运行。</translation>
    </message>
    <message>
        <source>cannot be given to %1</source>
        <translation>无法将其移交给 %1。</translation>
    </message>
</context>
<context>
    <name>ProfileStore</name>
    <message>
        <source>The file is no JSON document: %1.</source>
        <translation>该文件不是 JSON 文档：%1。</translation>
    </message>
    <message>
        <source>The member &quot;%1&quot; is missing or has a wrong value.</source>
        <translation>成员“%1”缺失或值有误。</translation>
    </message>
    <message>
        <source>The profile &quot;%1&quot;</source>
        <translation>连接配置“%1”</translation>
    </message>
    <message>
        <source>A profile name has 1 to %1 visible characters and no blanks at its ends.</source>
        <translation>连接配置的名称须为 1 到 %1 个可见字符，首尾不能有空格。</translation>
    </message>
    <message>
        <source>The file of the profile &quot;%1&quot; is damaged; its last good version is used.</source>
        <translation>连接配置“%1”的文件已损坏；改用其上一个完好的版本。</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>端口是 1 到 65535 之间的数字。</translation>
    </message>
    <message>
        <source>There is another profile of this name already.</source>
        <translation>已有另一个同名的连接配置。</translation>
    </message>
</context>
<context>
    <name>SecretStore</name>
    <message>
        <source>The system keychain cannot be used here. The password may be entered when it is asked for, or come from CAUSEWAY_REMOTE_PASSWORD and CAUSEWAY_LOCAL_PASSWORD or from the .env file that the profile names.</source>
        <translation>此处无法使用系统密钥环。密码可在询问时输入，也可来自 CAUSEWAY_REMOTE_PASSWORD 和 CAUSEWAY_LOCAL_PASSWORD，或连接配置所指的 .env 文件。</translation>
    </message>
    <message>
        <source>The system keychain did not do what was asked.</source>
        <translation>系统密钥环未能完成请求。</translation>
    </message>
    <message>
        <source>The system keychain did not answer in time; is it waiting to be unlocked?</source>
        <translation>系统密钥环未及时响应；它是否在等待解锁？</translation>
    </message>
</context>
<context>
    <name>UserCommand</name>
    <message>
        <source>It did not end within %1 seconds.</source>
        <translation>它没有在 %1 秒内结束。</translation>
    </message>
    <message>
        <source>It was ended by a signal.</source>
        <translation>它被信号终止。</translation>
    </message>
</context>
<context>
    <name>causeway::AlertHook</name>
    <message>
        <source>It ended with exit code %1.</source>
        <translation>它以退出码 %1 结束。</translation>
    </message>
    <message>
        <source>Alerts go to a command or to a web address, not to both.</source>
        <translation>告警要么交给一个命令，要么发往一个网址，不能两者都设。</translation>
    </message>
    <message>
        <source>The command</source>
        <translation>该命令</translation>
    </message>
    <message>
        <source>It has no program.</source>
        <translation>没有指明程序。</translation>
    </message>
    <message>
        <source>It is no address that begins with http:// or https://.</source>
        <translation>它不是以 http:// 或 https:// 开头的网址。</translation>
    </message>
    <message>
        <source>The time-out</source>
        <translation>超时时间</translation>
    </message>
    <message>
        <source>It is a number of seconds from 1 to %1.</source>
        <translation>它是 1 到 %1 之间的秒数。</translation>
    </message>
    <message>
        <source>This is a test of Causeway&apos;s alerts.</source>
        <translation>这是 Causeway 告警的测试。</translation>
    </message>
</context>
<context>
    <name>causeway::AlertStore</name>
    <message>
        <source>The limit is a number from 1 to %1, or the rule is off.</source>
        <translation>上限是 1 到 %1 之间的数，或者关闭该规则。</translation>
    </message>
    <message>
        <source>The file is no JSON document: %1.</source>
        <translation>该文件不是 JSON 文档：%1。</translation>
    </message>
    <message>
        <source>Another program keeps it locked.</source>
        <translation>另一个程序一直锁着它。</translation>
    </message>
</context>
<context>
    <name>causeway::Alerts</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Failed runs</source>
        <translation>失败的运行</translation>
    </message>
    <message>
        <source>Duration of a run</source>
        <translation>一次运行的时长</translation>
    </message>
    <message>
        <source>Time since the last proof</source>
        <translation>距上次证明的时间</translation>
    </message>
    <message>
        <source>Free disk space</source>
        <translation>剩余磁盘空间</translation>
    </message>
    <message>
        <source>Open conflicts</source>
        <translation>未决冲突</translation>
    </message>
    <message>
        <source>%1 of the last runs failed; the limit is %2.</source>
        <translation>最近的运行中有 %1 失败；上限为 %2。</translation>
    </message>
    <message>
        <source>The last run took %1; the limit is %2.</source>
        <translation>最近一次运行耗时 %1；上限为 %2。</translation>
    </message>
    <message>
        <source>For %1 nothing has proved that both sides are equal; the limit is %2.</source>
        <translation>已有 %1 没有证明两端一致；上限为 %2。</translation>
    </message>
    <message>
        <source>Only %1 are free on this machine&apos;s disk; the limit is %2.</source>
        <translation>本机磁盘只剩 %1；下限为 %2。</translation>
    </message>
    <message>
        <source>Conflicts that wait for a decision: %1; the limit is %2.</source>
        <translation>等待处理的冲突：%1；上限为 %2。</translation>
    </message>
    <message>
        <source>%1: within the limit again (%2; the limit is %3).</source>
        <translation>%1：已回到限值以内（%2；限值为 %3）。</translation>
    </message>
</context>
<context>
    <name>causeway::Apply</name>
    <message>
        <source>the server could not compute a row&apos;s digest</source>
        <translation>服务器无法计算某一行的摘要。</translation>
    </message>
    <message>
        <source>the server changed the row %1 while storing it</source>
        <translation>服务器在存储行 %1 时改变了它。</translation>
    </message>
    <message>
        <source>the server stores the merged row differently</source>
        <translation>服务器存储的合并行与给出的不同。</translation>
    </message>
</context>
<context>
    <name>causeway::ConflictLog</name>
    <message>
        <source>conflict %1 in db_sync_conflict is not readable</source>
        <translation>db_sync_conflict 中的冲突 %1 无法读取。</translation>
    </message>
</context>
<context>
    <name>causeway::Connection</name>
    <message>
        <source>the server did not take the session settings</source>
        <translation>服务器未接受会话设置。</translation>
    </message>
    <message>
        <source>the server offers no encryption</source>
        <translation>服务器不提供加密。</translation>
    </message>
    <message>
        <source>a statement of %1 bytes is more than the server takes (max_allowed_packet = %2)</source>
        <translation>一条语句有 %1 字节，超过服务器允许的大小（max_allowed_packet = %2）</translation>
    </message>
    <message>
        <source>the system has no list of trusted certificate authorities: name a CA file in the profile</source>
        <translation>系统没有受信任的证书颁发机构列表：请在连接配置中指定 CA 文件</translation>
    </message>
    <message>
        <source>the CA file %1 cannot be read</source>
        <translation>无法读取 CA 文件 %1</translation>
    </message>
</context>
<context>
    <name>causeway::ControlStore</name>
    <message>
        <source>Column %1 holds &quot;%2&quot;.</source>
        <translation>列 %1 的值为“%2”。</translation>
    </message>
    <message>
        <source>The paths of socket and CA file must not contain ; or =.</source>
        <translation>套接字和 CA 文件的路径不能包含 ; 或 =。</translation>
    </message>
    <message>
        <source>The control tables are reached through Qt&apos;s MySQL driver, which cannot verify a server over the network: use a socket, a loopback address or a tunnel for the local side.</source>
        <translation>控制表通过 Qt 的 MySQL 驱动访问，它无法验证网络上的服务器：本地端请使用套接字、回环地址或隧道。</translation>
    </message>
    <message>
        <source>Qt&apos;s MySQL driver is not installed (libqt6sql6-mysql).</source>
        <translation>未安装 Qt 的 MySQL 驱动（libqt6sql6-mysql）。</translation>
    </message>
    <message>
        <source>The server does not encrypt this connection.</source>
        <translation>服务器没有加密此连接。</translation>
    </message>
</context>
<context>
    <name>causeway::Demo</name>
    <message>
        <source>Filling the sample shop</source>
        <translation>正在填充示例商店</translation>
    </message>
    <message>
        <source>Setting the pair up</source>
        <translation>正在初始化数据库对</translation>
    </message>
    <message>
        <source>Bringing both sides in step</source>
        <translation>正在使两端一致</translation>
    </message>
    <message>
        <source>Changing rows on both sides</source>
        <translation>正在两端修改数据</translation>
    </message>
    <message>
        <source>Starting the remote server</source>
        <translation>正在启动远程服务器</translation>
    </message>
    <message>
        <source>Starting the local server</source>
        <translation>正在启动本地服务器</translation>
    </message>
    <message>
        <source>Emptying the remote server</source>
        <translation>正在清空远程服务器</translation>
    </message>
    <message>
        <source>Emptying the local server</source>
        <translation>正在清空本地服务器</translation>
    </message>
</context>
<context>
    <name>causeway::Discover</name>
    <message>
        <source>the server could not compute the digest of a row; a value may be larger than max_allowed_packet</source>
        <translation>服务器无法计算某一行的摘要；可能有值超过了 max_allowed_packet。</translation>
    </message>
</context>
<context>
    <name>causeway::Error</name>
    <message>
        <source>%1 %2</source>
        <comment>two sentences in a row</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation>服务器返回：%1</translation>
    </message>
    <message>
        <source>This operation</source>
        <translation>此操作</translation>
    </message>
    <message>
        <source>Cannot connect to %1.</source>
        <translation>无法连接到 %1。</translation>
    </message>
    <message>
        <source>Check that the server runs, that host and port (or the socket) are right, and that no firewall stands between.</source>
        <translation>请确认服务器正在运行，主机和端口（或套接字）正确，且中间没有防火墙阻拦。</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 未在规定时间内响应。</translation>
    </message>
    <message>
        <source>Check the network and the server&apos;s load, then try again.</source>
        <translation>请检查网络和服务器负载，然后重试。</translation>
    </message>
    <message>
        <source>%1 refused the login.</source>
        <translation>%1 拒绝登录。</translation>
    </message>
    <message>
        <source>Check user name and password, and that this user may log in from this machine.</source>
        <translation>请检查用户名和密码，并确认该用户可以从本机登录。</translation>
    </message>
    <message>
        <source>The database of %1 does not exist.</source>
        <translation>%1 的数据库不存在。</translation>
    </message>
    <message>
        <source>Check the database name for typing errors, or create the database first.</source>
        <translation>请检查数据库名称有无拼写错误，或先创建该数据库。</translation>
    </message>
    <message>
        <source>The connection to %1 is not as secure as demanded.</source>
        <translation>到 %1 的连接未达到要求的安全级别。</translation>
    </message>
    <message>
        <source>Switch TLS on at the server, correct the CA file or the host name, or choose another TLS mode for this side.</source>
        <translation>请在服务器上启用 TLS，更正 CA 文件或主机名，或为这一端选择其他 TLS 模式。</translation>
    </message>
    <message>
        <source>The structure of %1 differs between the two sides.</source>
        <translation>%1 在两端的结构不同。</translation>
    </message>
    <message>
        <source>Alter the table on one side so that columns and keys match; a table that is missing on one side is made by &quot;causewayctl init --create-missing&quot;.</source>
        <translation>请修改其中一端的表，使列和键一致；若表只存在于一端，可用 “causewayctl init --create-missing” 在另一端创建。</translation>
    </message>
    <message>
        <source>A row of %1 has the same key as another row there.</source>
        <translation>%1 中有一行与那里的另一行键值相同。</translation>
    </message>
    <message>
        <source>Change the value on one side so that it is unique again, then run the sync once more.</source>
        <translation>请在其中一端修改该值使其重新唯一，然后再次同步。</translation>
    </message>
    <message>
        <source>The data types of %1 differ between the two sides.</source>
        <translation>%1 在两端的数据类型不同。</translation>
    </message>
    <message>
        <source>Give the column the same type on both sides, or leave the table out of the sync.</source>
        <translation>请在两端为该列使用相同的类型，或不同步此表。</translation>
    </message>
    <message>
        <source>A row of %1 breaks a foreign key.</source>
        <translation>%1 中有一行违反外键约束。</translation>
    </message>
    <message>
        <source>Sync the parent table as well, or correct the row that points nowhere.</source>
        <translation>请同时同步父表，或更正指向不存在记录的行。</translation>
    </message>
    <message>
        <source>%1 was interrupted.</source>
        <translation>%1 已中断。</translation>
    </message>
    <message>
        <source>Nothing is left half done: run the sync again and it goes on from there.</source>
        <translation>没有留下半完成的更改：再次同步即可从中断处继续。</translation>
    </message>
    <message>
        <source>%1 has no key that identifies a row.</source>
        <translation>%1 没有可标识行的键。</translation>
    </message>
    <message>
        <source>Add a primary key, or a UNIQUE key over NOT NULL columns, on both sides.</source>
        <translation>请在两端添加主键，或在 NOT NULL 列上添加 UNIQUE 键。</translation>
    </message>
    <message>
        <source>%1 was stopped before anything was written to it.</source>
        <translation>%1 在写入任何数据之前已被停止。</translation>
    </message>
    <message>
        <source>Look at the numbers. If so many deletes are intended, confirm them (--allow-mass-delete on the command line) and run the sync again.</source>
        <translation>请查看这些数字。如果确实要删除这么多行，请确认（命令行中使用 --allow-mass-delete）后再次同步。</translation>
    </message>
    <message>
        <source>%1 is in use by another console, or is not the database that was recorded for this pair.</source>
        <translation>%1 正被另一个控制台使用，或不是为这对数据库登记的那个数据库。</translation>
    </message>
    <message>
        <source>%1 lost changes that had been synced before, as after a restored backup.</source>
        <translation>%1 丢失了先前已同步的更改，例如恢复备份之后。</translation>
    </message>
    <message>
        <source>Another run is already at work on %1.</source>
        <translation>另一次同步正在处理 %1。</translation>
    </message>
    <message>
        <source>Wait until it has finished, then run the sync again.</source>
        <translation>请等待其结束，然后再次同步。</translation>
    </message>
    <message>
        <source>A row of %1 cannot be stored on the other side.</source>
        <translation>%1 中有一行无法存入另一端。</translation>
    </message>
    <message>
        <source>Correct the value on the side it comes from, or change the column on the side that refused it; the row is kept among the conflicts.</source>
        <translation>请在来源端更正该值，或在拒绝它的一端修改列定义；该行保留在冲突列表中。</translation>
    </message>
    <message>
        <source>The server refused a statement on %1.</source>
        <translation>服务器拒绝了对 %1 执行的语句。</translation>
    </message>
    <message>
        <source>Read the server&apos;s message, remove its cause, then run the sync again.</source>
        <translation>请阅读服务器的消息，消除其原因，然后再次同步。</translation>
    </message>
    <message>
        <source>%1 is not a table that can be synced.</source>
        <translation>%1 不是可以同步的表。</translation>
    </message>
    <message>
        <source>Only InnoDB base tables are synced: convert the table on both sides, or leave it out of the sync.</source>
        <translation>只能同步 InnoDB 基表：请在两端转换此表，或不同步它。</translation>
    </message>
    <message>
        <source>The conflict on %1 has changed since it was recorded.</source>
        <translation>%1 上的冲突在记录之后已发生变化。</translation>
    </message>
    <message>
        <source>Run the sync to refresh it, look at both rows, and decide again.</source>
        <translation>请运行同步以刷新该冲突，查看两端的行，然后重新决定。</translation>
    </message>
    <message>
        <source>%1 is not set.</source>
        <translation>%1 未设置。</translation>
    </message>
    <message>
        <source>Set it in the environment, in the .env file or in the profile.</source>
        <translation>请在环境变量、.env 文件或连接配置中设置。</translation>
    </message>
    <message>
        <source>%1 holds a value that is not allowed.</source>
        <translation>%1 的值不允许。</translation>
    </message>
    <message>
        <source>Correct the value, then try again.</source>
        <translation>请更正该值，然后重试。</translation>
    </message>
    <message>
        <source>%1 has no row in db_sync_config.</source>
        <translation>db_sync_config 中没有 %1 的配置行。</translation>
    </message>
    <message>
        <source>Check the name of the table, or run &quot;causewayctl init&quot; to add the tables that both sides have.</source>
        <translation>请检查表名，或运行 “causewayctl init” 添加两端都有的表。</translation>
    </message>
    <message>
        <source>%1 holds no valid sync direction.</source>
        <translation>%1 的同步方向无效。</translation>
    </message>
    <message>
        <source>Use BOTH, REMOTE_TO_LOCAL or LOCAL_TO_REMOTE.</source>
        <translation>请使用 BOTH（双向）、REMOTE_TO_LOCAL（远程到本地）或 LOCAL_TO_REMOTE（本地到远程）。</translation>
    </message>
    <message>
        <source>The control tables of %1 are missing.</source>
        <translation>%1 缺少控制表。</translation>
    </message>
    <message>
        <source>Set this pair up first: &quot;causewayctl init&quot;, or the Tables page of the console.</source>
        <translation>请先初始化这对数据库：运行 “causewayctl init”，或使用控制台的“同步表”页面。</translation>
    </message>
    <message>
        <source>The command line was not understood: %1.</source>
        <translation>无法理解命令行：%1。</translation>
    </message>
    <message>
        <source>&quot;causewayctl --help&quot; shows the commands and their options.</source>
        <translation>运行 “causewayctl --help” 可查看命令及其选项。</translation>
    </message>
    <message>
        <source>The file %1 cannot be used.</source>
        <translation>无法使用文件 %1。</translation>
    </message>
    <message>
        <source>Check the name of the file and the place in it that the message names.</source>
        <translation>请检查文件名，以及消息中指出的位置。</translation>
    </message>
    <message>
        <source>%1 is read-only: nothing is written to its databases.</source>
        <translation>%1 为只读：不会写入其数据库。</translation>
    </message>
    <message>
        <source>Open it for writing in the console or by &quot;causewayctl profile unlock&quot;, or for one command by the option --unlock.</source>
        <translation>请在控制台中或用 “causewayctl profile unlock” 开放写入，或对单个命令使用 --unlock 选项。</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>Check the spelling; the matching list shows what there is.</source>
        <translation>请检查拼写；相应的列表会显示现有的条目。</translation>
    </message>
    <message>
        <source>Disk space is short on %1.</source>
        <translation>%1 的磁盘空间不足。</translation>
    </message>
    <message>
        <source>Free some disk space there, then try again.</source>
        <translation>请在该处释放一些磁盘空间，然后重试。</translation>
    </message>
    <message>
        <source>Memory is short on %1.</source>
        <translation>%1 的内存不足。</translation>
    </message>
    <message>
        <source>Close other programs or raise the server&apos;s limits, then try again.</source>
        <translation>请关闭其他程序或提高服务器的限制，然后重试。</translation>
    </message>
    <message>
        <source>The processor of %1 is overloaded.</source>
        <translation>%1 的处理器负载过高。</translation>
    </message>
    <message>
        <source>Run the sync at a quieter time.</source>
        <translation>请在较空闲的时段同步。</translation>
    </message>
    <message>
        <source>A right is missing on %1.</source>
        <translation>在 %1 上缺少权限。</translation>
    </message>
    <message>
        <source>Give this user the right that the message names, then try again.</source>
        <translation>请授予该用户消息中指出的权限，然后重试。</translation>
    </message>
    <message>
        <source>%1 failed.</source>
        <translation>%1 失败。</translation>
    </message>
    <message>
        <source>Read the details; if they name a file or a program, check that it is there and may be used.</source>
        <translation>请阅读详细信息；如果其中提到文件或程序，请确认它存在且可以使用。</translation>
    </message>
    <message>
        <source>The connection to %1 was lost.</source>
        <translation>与 %1 的连接已断开。</translation>
    </message>
    <message>
        <source>%1 has no free connection.</source>
        <translation>%1 没有空闲的连接。</translation>
    </message>
    <message>
        <source>Close connections that are not needed, or raise max_connections on the server.</source>
        <translation>请关闭不需要的连接，或提高服务器的 max_connections。</translation>
    </message>
    <message>
        <source>%1 is read-only.</source>
        <translation>%1 为只读。</translation>
    </message>
    <message>
        <source>Point this side at a server that accepts writes, or switch its read-only mode off.</source>
        <translation>请让这一端指向可写入的服务器，或关闭其只读模式。</translation>
    </message>
    <message>
        <source>The user of %1 may not use its database.</source>
        <translation>%1 的用户无权使用其数据库。</translation>
    </message>
    <message>
        <source>Check the database name, or grant this user SELECT, INSERT, UPDATE and DELETE on the database.</source>
        <translation>请检查数据库名称，或授予该用户对此数据库的 SELECT、INSERT、UPDATE 和 DELETE 权限。</translation>
    </message>
    <message>
        <source>%1 blocks this machine after too many failed connections.</source>
        <translation>连接失败次数过多，%1 已阻止本机。</translation>
    </message>
    <message>
        <source>Run FLUSH HOSTS on that server, then try again.</source>
        <translation>请在该服务器上执行 FLUSH HOSTS，然后重试。</translation>
    </message>
    <message>
        <source>A table of %1 does not exist.</source>
        <translation>%1 的某个表不存在。</translation>
    </message>
    <message>
        <source>Check the name; &quot;causewayctl init --create-missing&quot; makes tables that only one side has.</source>
        <translation>请检查名称；“causewayctl init --create-missing” 可创建只有一端拥有的表。</translation>
    </message>
    <message>
        <source>A row of %1 is larger than the server accepts in one packet.</source>
        <translation>%1 中有一行超过了服务器单个数据包的上限。</translation>
    </message>
    <message>
        <source>Raise max_allowed_packet on that server, then run the sync again.</source>
        <translation>请提高该服务器的 max_allowed_packet，然后再次同步。</translation>
    </message>
    <message>
        <source>%1: a row stayed locked by somebody else for too long.</source>
        <translation>%1：某一行被他人锁定的时间过长。</translation>
    </message>
    <message>
        <source>%1: the server broke a deadlock with other users.</source>
        <translation>%1：服务器解除了与其他用户之间的死锁。</translation>
    </message>
    <message>
        <source>The password of %1 has expired.</source>
        <translation>%1 的密码已过期。</translation>
    </message>
    <message>
        <source>Set a new password on the server, and enter it in the profile.</source>
        <translation>请在服务器上设置新密码，并填入连接配置。</translation>
    </message>
    <message>
        <source>The host name of %1 is unknown.</source>
        <translation>%1 的主机名无法解析。</translation>
    </message>
    <message>
        <source>Check the host name for typing errors, and the name service of this machine.</source>
        <translation>请检查主机名有无拼写错误，以及本机的域名解析服务。</translation>
    </message>
    <message>
        <source>Check that both sides of the profile point at the right servers, and that no other console works on them. If they do, &quot;causewayctl repair&quot; shows the way on.</source>
        <translation>请检查配置的两侧是否指向正确的服务器，以及是否有其他控制台正在使用它们。如果指向无误，“causewayctl repair”会说明如何继续。</translation>
    </message>
    <message>
        <source>Decide which side is right: &quot;causewayctl repair --refill&quot; fills this side from the other, &quot;causewayctl repair --accept&quot; makes every difference a conflict.</source>
        <translation>请决定哪一侧是对的：“causewayctl repair --refill”用另一侧重新填充这一侧，“causewayctl repair --accept”把每一处不同都作为冲突。</translation>
    </message>
    <message>
        <source>Nothing is left half done: every batch is on both sides as a whole, or not at all. Run the sync again; it goes on from there.</source>
        <translation>没有任何操作只做了一半：每一批要么完整地在两侧，要么完全没有。请再次运行同步，它会从那里继续。</translation>
    </message>
    <message>
        <source>%1 leads to more than one server.</source>
        <translation>%1 通向不止一台服务器。</translation>
    </message>
    <message>
        <source>Give the address of one server, the primary, not that of a load balancer: a replica that lags behind looks as if rows had been deleted. Nothing was changed.</source>
        <translation>请填写唯一一台服务器（主库）的地址，而不是负载均衡器的地址：落后的从库看起来就像有行被删除了。没有改动任何数据。</translation>
    </message>
    <message>
        <source>Restore the rows from a backup, or correct them by hand on one side and sync again.</source>
        <translation>请从备份中恢复这些行，或在一侧手工改正后再次同步。</translation>
    </message>
    <message>
        <source>The changes of %1 cannot be undone.</source>
        <translation>%1 的改动无法撤销。</translation>
    </message>
    <message>
        <source>The database %1 is not empty.</source>
        <translation>数据库 %1 不是空的。</translation>
    </message>
    <message>
        <source>Name a database that does not exist yet, or one that holds nothing: what is there is never overwritten.</source>
        <translation>请指定尚不存在或没有内容的数据库：已有的内容绝不会被覆盖。</translation>
    </message>
    <message>
        <source>The program %1 was not found.</source>
        <translation>找不到程序 %1。</translation>
    </message>
    <message>
        <source>Install the package that the message names, or put the program&apos;s folder on PATH.</source>
        <translation>请安装消息中指出的软件包，或把程序所在的文件夹加入 PATH。</translation>
    </message>
    <message>
        <source>The backup %1 is not whole.</source>
        <translation>备份 %1 不完整。</translation>
    </message>
    <message>
        <source>Nothing was taken from it. Use another one (&quot;causewayctl backup list&quot;), or make a new one.</source>
        <translation>没有采用其中的任何内容。请改用其他备份（“causewayctl backup list”），或重新备份。</translation>
    </message>
</context>
<context>
    <name>causeway::Fence</name>
    <message>
        <source>another console has written here meanwhile</source>
        <translation>其间另一个控制台已在此写入。</translation>
    </message>
    <message>
        <source>This pair was recorded with database %1 on another server (or under another name).</source>
        <translation>记录中这一对使用的是另一台服务器上的数据库 %1（或使用另一个名称）。</translation>
    </message>
    <message>
        <source>The other side remembers epoch %1, this one is at %2. Nothing was written, and nothing is taken for deleted or changed there.</source>
        <translation>另一侧记得的纪元是 %1，这一侧是 %2。没有写入任何内容，也没有把那里的任何行当作已删除或已修改。</translation>
    </message>
    <message>
        <source>It was last written to by %1, with another copy of the local database. What this copy remembers is older than what was agreed on since.</source>
        <translation>它最后由 %1 写入，使用的是本地数据库的另一个副本。这个副本所记得的内容早于此后达成的一致。</translation>
    </message>
</context>
<context>
    <name>causeway::Guards</name>
    <message>
        <source>the remote table is empty, the local one is not</source>
        <translation>远程表为空，而本地表不为空。</translation>
    </message>
    <message>
        <source>the local table is empty, the remote one is not</source>
        <translation>本地表为空，而远程表不为空。</translation>
    </message>
    <message>
        <source>the run would delete %1 of %2 rows on remote</source>
        <translation>此次同步将在远程端删除 %2 行中的 %1 行。</translation>
    </message>
    <message>
        <source>the run would delete %1 of %2 rows on local</source>
        <translation>此次同步将在本地端删除 %2 行中的 %1 行。</translation>
    </message>
</context>
<context>
    <name>causeway::Initialise</name>
    <message>
        <source>Both sides are the same database on the same server. Name two different databases.</source>
        <translation>两端是同一服务器上的同一数据库。请指定两个不同的数据库。</translation>
    </message>
    <message>
        <source>Its control tables belong to a pair with database %1 on another server or under another name, not to %2. What was learnt about that pair must not be used for this one: take another local database, or remove the db_sync_ tables there first.</source>
        <translation>其控制表属于与数据库 %1（位于另一服务器或使用另一名称）组成的数据库对，而不是 %2。不能把那一对的记录用于这一对：请换用其他本地数据库，或先删除那里的 db_sync_ 表。</translation>
    </message>
    <message>
        <source>The account may not execute this. %1 of %2 statements are done; have the rest executed by somebody who may, then initialise again:
%3</source>
        <translation>该账户无权执行此操作。%2 条语句中已完成 %1 条；请让有权限的人执行其余语句，然后重新初始化：
%3</translation>
    </message>
    <message>
        <source>Statement %1 of %2 failed; those before it are done, these are not:
%3</source>
        <translation>%2 条语句中的第 %1 条失败；之前的已完成，以下的未执行：
%3</translation>
    </message>
    <message>
        <source>only the remote side has it</source>
        <translation>只有远程端有</translation>
    </message>
    <message>
        <source>only the local side has it</source>
        <translation>只有本地端有</translation>
    </message>
    <message>
        <source>its storage engine %1 has no transactions, so it is not made on the other side</source>
        <translation>其存储引擎 %1 不支持事务，因此不在另一端创建</translation>
    </message>
    <message>
        <source>the other server has a table whose name differs in case only</source>
        <translation>另一服务器上有名称仅大小写不同的表</translation>
    </message>
    <message>
        <source>made without the foreign key %1, because its parent table %2 is not there</source>
        <translation>已创建，但不含外键 %1，因为其父表 %2 不存在</translation>
    </message>
</context>
<context>
    <name>causeway::Keyless</name>
    <message>
        <source>Without a row key a refill could not keep the rows that it overwrites. Leave the table out, and mirror it afterwards.</source>
        <translation>没有行键，重新填充时无法保留被覆盖的行。请先排除该表，之后再对其做单向镜像。</translation>
    </message>
    <message>
        <source>It has no row key, and its JSON or floating-point columns may be spelled differently by the two servers: its rows cannot be told apart by their values either.</source>
        <translation>该表没有行键，而两端服务器对其 JSON 或浮点列的写法可能不同：也无法凭值区分各行。</translation>
    </message>
    <message>
        <source>It has no row key, and the foreign key %1 of %2 points at it: deleting a row could take others with it.</source>
        <translation>该表没有行键，且 %2 的外键 %1 指向它：删除一行可能会连带删除其他行。</translation>
    </message>
</context>
<context>
    <name>causeway::PairSession</name>
    <message>
        <source>both sides are the same database</source>
        <translation>两端是同一个数据库。</translation>
    </message>
</context>
<context>
    <name>causeway::Plan</name>
    <message>
        <source>the remote side has no such table</source>
        <translation>远程端没有这个表。</translation>
    </message>
    <message>
        <source>the local side has no such table</source>
        <translation>本地端没有这个表。</translation>
    </message>
</context>
<context>
    <name>causeway::Resolve</name>
    <message>
        <source>there is no open conflict with this number</source>
        <translation>没有此编号的未处理冲突。</translation>
    </message>
    <message>
        <source>not a column of %1 that can be set (key columns cannot)</source>
        <translation>不是 %1 中可以设置的列（键列不可设置）。</translation>
    </message>
    <message>
        <source>rows of other tables still refer to the row that would be deleted</source>
        <translation>其他表中仍有行引用将被删除的行。</translation>
    </message>
</context>
<context>
    <name>causeway::Run</name>
    <message>
        <source>%1: %2 rows changed during the run and wait for the next one</source>
        <translation>%1：有 %2 行在同步期间发生变化，留待下次同步</translation>
    </message>
    <message>
        <source>%1 rows refer through %2 to rows that are not there</source>
        <translation>有 %1 行通过 %2 引用了不存在的行。</translation>
    </message>
    <message>
        <source>The rows are too large to be shown: %1 bytes.</source>
        <translation>行太大，无法显示：%1 字节。</translation>
    </message>
    <message>
        <source>%1: the target refused %2 rows, the first one so: %3</source>
        <translation>%1：目标端拒绝了 %2 行，第一行的原因：%3</translation>
    </message>
    <message>
        <source>The structure was changed while the run was going. What was written before is complete; the next run takes the new structure.</source>
        <translation>同步进行时表结构被更改。之前写入的内容是完整的；下一次同步会采用新结构。</translation>
    </message>
    <message>
        <source>%1: %2 changes were left out, as asked, and wait for a run that takes them</source>
        <translation>%1：按要求略过了 %2 处更改，它们等待包含它们的下一次运行</translation>
    </message>
</context>
<context>
    <name>causeway::RunLog</name>
    <message>
        <source>The run</source>
        <translation>此次同步</translation>
    </message>
</context>
<context>
    <name>causeway::SampleStore</name>
    <message>
        <source>Qt&apos;s SQLite driver is not installed (libqt6sql6-sqlite).</source>
        <translation>未安装 Qt 的 SQLite 驱动（libqt6sql6-sqlite）。</translation>
    </message>
</context>
<context>
    <name>causeway::ScheduleRunner</name>
    <message>
        <source>The scheduled run</source>
        <translation>计划运行</translation>
    </message>
</context>
<context>
    <name>causeway::Schema</name>
    <message>
        <source>The other server cannot have the UNIQUE key %1 of this table.</source>
        <translation>另一服务器无法拥有此表的 UNIQUE 键 %1。</translation>
    </message>
    <message>
        <source>Column %1 has the type %2, which the other server does not have.</source>
        <translation>列 %1 的类型为 %2，另一服务器没有该类型。</translation>
    </message>
    <message>
        <source>the remote side</source>
        <translation>远程端</translation>
    </message>
    <message>
        <source>the local side</source>
        <translation>本地端</translation>
    </message>
    <message>
        <source>On %1 the table uses the storage engine %2, which has no transactions.</source>
        <translation>此表在%1使用存储引擎 %2，该引擎不支持事务。</translation>
    </message>
    <message>
        <source>These columns are missing on %1: %2.</source>
        <translation>%1缺少这些列：%2。</translation>
    </message>
    <message>
        <source>Column %1 is computed on %2 and stored on %3.</source>
        <translation>列 %1 在%2是生成列，在%3是普通列。</translation>
    </message>
    <message>
        <source>Column %1 may be NULL on %2 but not on %3.</source>
        <translation>列 %1 在%2允许 NULL，在%3不允许。</translation>
    </message>
    <message>
        <source>Column %1 is %2 on the remote side and %3 on the local side.</source>
        <translation>列 %1 在远程端为 %2，在本地端为 %3。</translation>
    </message>
    <message>
        <source>Column %1 has the type %2, which cannot be synchronised.</source>
        <translation>列 %1 的类型为 %2，无法同步。</translation>
    </message>
    <message>
        <source>A primary or UNIQUE key over (%1) is missing on %2.</source>
        <translation>%2缺少 (%1) 上的主键或 UNIQUE 键。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>The row key is %1 on the remote side and %2 on the local side.</source>
        <translation>行键在远程端为 %1，在本地端为 %2。</translation>
    </message>
    <message>
        <source>Neither a primary key nor a UNIQUE key over NOT NULL columns of exact types identifies its rows. Such a table can only be mirrored: type FULL, in one direction.</source>
        <translation>既没有主键，也没有由 NOT NULL 且类型精确的列组成的 UNIQUE 键来标识各行。这样的表只能做镜像：类型 FULL，单一方向。</translation>
    </message>
</context>
<context>
    <name>causeway::Side</name>
    <message>
        <source>remote</source>
        <translation>远程</translation>
    </message>
    <message>
        <source>local</source>
        <translation>本地</translation>
    </message>
</context>
<context>
    <name>causeway::Undo</name>
    <message>
        <source>%1 is not readable</source>
        <translation>%1 无法读取</translation>
    </message>
    <message>
        <source>the run wrote more rows than are kept</source>
        <translation>这次运行写入的行超过了保留的上限</translation>
    </message>
    <message>
        <source>the table was empty and was loaded whole; empty it to undo that</source>
        <translation>该表原本为空，是整表载入的；清空它即可撤销</translation>
    </message>
    <message>
        <source>the table has no row key</source>
        <translation>该表没有行键</translation>
    </message>
    <message>
        <source>its structure was changed after the run</source>
        <translation>它的结构在运行之后被改过</translation>
    </message>
    <message>
        <source>its values were too large to be kept</source>
        <translation>它的值太大，无法保留</translation>
    </message>
    <message>
        <source>rows of other tables refer to it</source>
        <translation>其他表中有行引用它</translation>
    </message>
    <message>
        <source>no row that a run with this id wrote is kept</source>
        <translation>没有保留具有此编号的运行所写入的行</translation>
    </message>
</context>
<context>
    <name>causeway::WebPost</name>
    <message>
        <source>It did not answer within %1 seconds.</source>
        <translation>它在 %1 秒内没有应答。</translation>
    </message>
    <message>
        <source>It answered with status %1.</source>
        <translation>它以状态 %1 应答。</translation>
    </message>
    <message>
        <source>It cannot be reached (network error %1).</source>
        <translation>无法访问它（网络错误 %1）。</translation>
    </message>
</context>
</TS>
