using CrossBorder.Federation.OpenIdConnect.Clients;
using CrossBorder.Federation.OpenIdConnect.Registrations;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Portal.Pages.Developers;

/// <summary>The words of the pages for developers.</summary>
internal static class DevelopersText
{
    public static LocalizedText Title { get; } = new("開發者登記", "开发者登记", "For developers");

    public static LocalizedText Lead { get; } = new(
        "在此登記您的應用，讓居民以跨境身份登入。登記後須由兩位保安主任批准才生效；這裏可隨時看到進度。",
        "在此登记您的应用，让居民以跨境身份登录。登记后须由两位安全主管批准才生效；这里可随时看到进度。",
        "Register your application here, so that residents can sign in to it with their cross-boundary identity. It counts once two security officers have approved it; you see how far it is at any time.");

    public static LocalizedText Manage { get; } = new("查看或更改已有的登記", "查看或更改已有的登记", "See or change a registration");

    public static LocalizedText ClientId { get; } = new("應用代號（client_id）", "应用代号（client_id）", "client_id");

    public static LocalizedText AccessToken { get; } = new("登記管理憑證（registration_access_token）", "登记管理凭证（registration_access_token）", "registration_access_token");

    public static LocalizedText Enter { get; } = new("進入", "进入", "Open");

    public static LocalizedText Register { get; } = new("登記新應用", "登记新应用", "Register an application");

    public static LocalizedText Token { get; } = new("登記憑證", "登记凭证", "Initial access token");

    public static LocalizedText TokenHint { get; } = new(
        "由平台營運人員發給您，以 iat_ 開頭。如有軟件聲明可留空。", "由平台运营人员发给您，以 iat_ 开头。如有软件声明可留空。",
        "The operators gave it to you; it begins with iat_. Leave it empty if you have a software statement.");

    public static LocalizedText Statement { get; } = new("軟件聲明（如有）", "软件声明（如有）", "Software statement, if you have one");

    public static LocalizedText Who { get; } = new("您是誰", "您是谁", "Who you are");

    public static LocalizedText Where { get; } = new("居民去哪裏", "居民去哪里", "Where residents go");

    public static LocalizedText What { get; } = new("需要甚麼資料", "需要什么资料", "What you need");

    public static LocalizedText How { get; } = new("如何證明身份", "如何证明身份", "How you prove yourself");

    public static LocalizedText NameHant { get; } = new("應用名稱（繁體）", "应用名称（繁体）", "Name, traditional Chinese");

    public static LocalizedText NameHans { get; } = new("應用名稱（簡體）", "应用名称（简体）", "Name, simplified Chinese");

    public static LocalizedText NameEn { get; } = new("應用名稱（英文）", "应用名称（英文）", "Name, English");

    public static LocalizedText PurposeHant { get; } = new("用途（繁體）", "用途（繁体）", "Purpose, traditional Chinese");

    public static LocalizedText PurposeHans { get; } = new("用途（簡體）", "用途（简体）", "Purpose, simplified Chinese");

    public static LocalizedText PurposeEn { get; } = new("用途（英文）", "用途（英文）", "Purpose, English");

    public static LocalizedText PurposeHint { get; } = new(
        "居民在同意頁上讀到的話：為甚麼需要他們的資料。", "居民在同意页上读到的话：为什么需要他们的资料。", "What residents read before they agree: why you need their data.");

    public static LocalizedText Contact { get; } = new("聯絡電郵", "联系邮箱", "Contact addresses");

    public static LocalizedText ContactHint { get; } = new("每行一個；第一個會向居民顯示。", "每行一个；第一个会向居民显示。", "One in a line; the first is shown to residents.");

    public static LocalizedText PolicyUri { get; } = new("私隱政策網址（如有）", "隐私政策网址（如有）", "Privacy policy, if you have one");

    public static LocalizedText ApplicationType { get; } = new("應用在哪裏執行", "应用在哪里运行", "Where it runs");

    public static LocalizedText Web { get; } = new("網站伺服器", "网站服务器", "On a web server");

    public static LocalizedText Native { get; } = new("居民的手機或電腦", "居民的手机或电脑", "On the resident's own device");

    public static LocalizedText RedirectUris { get; } = new("回傳網址", "回调地址", "Redirect addresses");

    public static LocalizedText RedirectHint { get; } = new(
        "每行一個完整的 https 網址，逐字比對；不可有萬用字元、片段或 IP 地址。", "每行一个完整的 https 地址，逐字比对；不可有通配符、片段或 IP 地址。",
        "One complete https address in a line, compared to the letter; no wildcard, no fragment, no IP address.");

    public static LocalizedText PostLogout { get; } = new("登出後返回的網址（如有）", "登出后返回的地址（如有）", "Addresses after signing out, if any");

    public static LocalizedText OneInALine { get; } = new("每行一個。", "每行一个。", "One in a line.");

    public static LocalizedText Backchannel { get; } = new("接收登出通知的網址（建議）", "接收登出通知的地址（建议）", "Where you hear of sign-outs (recommended)");

    public static LocalizedText BackchannelHint { get; } = new(
        "居民在任何地方登出時，平台會在此通知您。", "居民在任何地方登出时，平台会在此通知您。", "The hub posts here when a resident's sign-in ends, wherever that was.");

    public static LocalizedText Scopes { get; } = new("範圍", "范围", "Scopes");

    public static LocalizedText Method { get; } = new("證明方式", "证明方式", "Client authentication");

    public static LocalizedText Jwks { get; } = new("公開密鑰（JWKS）", "公开密钥（JWKS）", "Public keys (JWKS)");

    public static LocalizedText JwksHint { get; } = new(
        "只用於 private_key_jwt。只貼公開密鑰；含私鑰的會被拒絕。", "仅用于 private_key_jwt。只贴公开密钥；含私钥的会被拒绝。",
        "For private_key_jwt alone. Public keys only: a set that holds a private one is refused.");

    public static LocalizedText Algorithm { get; } = new("身份權杖的簽署算法", "身份令牌的签名算法", "Algorithm of your id tokens");

    public static LocalizedText Send { get; } = new("提交登記", "提交登记", "Register");

    public static LocalizedText Registered { get; } = new("已收到登記", "已收到登记", "Registered");

    public static LocalizedText ShownOnce { get; } = new(
        "以下憑證只顯示一次，離開此頁後無法再看。請立即存放在安全的地方。", "以下凭证仅显示一次，离开本页后无法再看。请立即存放在安全的地方。",
        "What follows is shown this once and cannot be seen again. Put it in a safe place now.");

    public static LocalizedText Settings { get; } = new("程式庫設定", "程序库设置", "Settings for your library");

    public static LocalizedText SecretInHeader { get; } = new(
        "ASP.NET Core 的處理程式只會把密碼放在表單，而您登記的是放在標頭（client_secret_basic）。請改登記 client_secret_post，或按下面所示自行把密碼移到標頭。",
        "ASP.NET Core 的处理程序只会把密码放在表单，而您登记的是放在标头（client_secret_basic）。请改登记 client_secret_post，或按下面所示自行把密码移到标头。",
        "The handler of ASP.NET Core posts its secret and knows no other way, but you registered client_secret_basic. Register client_secret_post instead, or move the secret into the header yourself, as shown.");

    public static LocalizedText OwnAssertion { get; } = new(
        "ASP.NET Core 的處理程式不會以密鑰證明身份（private_key_jwt）：請自行簽署斷言，並放在下面所示的位置。",
        "ASP.NET Core 的处理程序不会用密钥证明身份（private_key_jwt）：请自行签署断言，并放在下面所示的位置。",
        "The handler of ASP.NET Core does not prove itself by a key (private_key_jwt): sign the assertion yourself and put it where it is shown.");

    public static LocalizedText ToRegistration { get; } = new("前往登記頁", "前往登记页", "To the registration");

    public static LocalizedText State { get; } = new("狀況", "状态", "State");

    public static LocalizedText Reason { get; } = new("保安主任退回的原因", "安全主管退回的原因", "What an officer asks you to mend");

    public static LocalizedText OldCounts { get; } = new(
        "新內容獲批准前，原來的登記仍然有效。", "新内容获批准前，原来的登记仍然有效。", "Until this is approved, what was registered before counts.");

    public static LocalizedText Change { get; } = new("更改登記", "更改登记", "Change it");

    public static LocalizedText ChangeHint { get; } = new(
        "更改須再獲批准；只刪去網址、範圍或密鑰的更改即時生效。登記管理憑證會隨之更新。", "更改须再获批准；只删去地址、范围或密钥的更改即时生效。登记管理凭证会随之更新。",
        "A change is approved anew; one that only takes addresses, scopes or keys away counts at once. Your registration access token is replaced with it.");

    public static LocalizedText SendChange { get; } = new("提交更改", "提交更改", "Send the change");

    public static LocalizedText NewSecret { get; } = new("更換密碼（舊的即時失效）", "更换密码（旧的即时失效）", "New secret (the old one ends at once)");

    public static LocalizedText Delete { get; } = new("刪除登記（不能復原）", "删除登记（不能恢复）", "Delete it (cannot be undone)");

    public static LocalizedText Leave { get; } = new("離開", "离开", "Leave");

    public static LocalizedText Conformance { get; } = new("實際表現與待辦", "实际表现与待办", "How it behaves, and what is to do");

    public static LocalizedText Of(Standing standing) => standing switch
    {
        Standing.InForce => new("生效中：居民可以登入", "生效中：居民可以登录", "In force: residents can sign in"),
        Standing.SentBack => new("已退回，請更正後再提交", "已退回，请更正后再提交", "Sent back: mend it and send it again"),
        Standing.Suspended => new("已被暫停，請聯絡營運人員", "已被暂停，请联系运营人员", "Suspended: ask the operators"),
        Standing.Read => new("一位保安主任已批准，等候第二位", "一位安全主管已批准，等待第二位", "Approved by one officer, waits for the second"),
        _ => new("等候保安主任審閱", "等待安全主管审阅", "Waits for an officer to read it"),
    };

    public static LocalizedText OfScope(string scope) => scope switch
    {
        "profile" => new("姓名、出生日期、性別", "姓名、出生日期、性别", "name, birth date, gender"),
        "offline_access" => new("居民不在時繼續使用", "居民不在时继续使用", "go on while the resident is away"),
        "identity" => new("證件號碼及核實資料（審批較嚴）", "证件号码及核实资料（审批较严）", "document numbers and how they were verified (read more strictly)"),
        _ => new("代居民遞交申請（審批較嚴）", "代居民提交申请（审批较严）", "file applications for the resident (read more strictly)"),
    };

    public static LocalizedText OfMethod(string method) => method switch
    {
        ClientMethods.PrivateKeyJwt => new("自己的密鑰（最安全）", "自己的密钥（最安全）", "a key of your own (safest)"),
        ClientMethods.Basic => new("密碼，放在標頭", "密码，放在标头", "a secret, in the header"),
        ClientMethods.Post => new("密碼，放在表單", "密码，放在表单", "a secret, in the form"),
        _ => new("沒有（公開應用）", "没有（公开应用）", "none (public client)"),
    };
}
