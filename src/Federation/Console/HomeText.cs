using CrossBorder.Federation.Homes;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>The words of the pages about home providers.</summary>
internal static class HomeText
{
    public static LocalizedText Title { get; } = new("登入平台", "登录平台", "Home providers");

    public static LocalizedText Lead { get; } = new(
        "居民在這些平台登入。新增、更改或停用，須由一位保安主任提出、另一位批准；批准後數秒內在所有節點生效，無須重新啟動。",
        "居民在这些平台登录。新增、更改或停用，须由一位安全主管提出、另一位批准；批准后数秒内在所有节点生效，无须重启。",
        "Residents sign in at these. To add, change or end one, a security officer asks and another approves; every node follows within seconds, without a restart.");

    public static LocalizedText OfSettings { get; } = new("由系統設定管理，不能在此更改", "由系统设置管理，不能在此更改", "Stands in the settings; not to be changed here");

    public static LocalizedText Definitions { get; } = new("由主任管理的平台", "由安全主管管理的平台", "Managed by officers");

    public static LocalizedText None { get; } = new("未有由主任新增的平台。", "暂无由安全主管新增的平台。", "Officers have added none.");

    public static LocalizedText Propose { get; } = new("提出新增或更改", "提出新增或更改", "Propose one, or a change of one");

    public static LocalizedText ProposeHint { get; } = new(
        "名稱代號與現有平台相同，即為更改該平台。", "名称代号与现有平台相同，即为更改该平台。", "A scheme that is there already means a change of that home.");

    public static LocalizedText Send { get; } = new("提出", "提出", "Propose");

    public static LocalizedText StartFrom { get; } = new("以此為藍本更改", "以此为蓝本更改", "Change this one");

    public static LocalizedText Scheme { get; } = new("名稱代號（網址用，批准後不變）", "名称代号（用于网址，批准后不变）", "Scheme (stands in addresses, and stays)");

    public static LocalizedText NameHant { get; } = new("顯示名稱（繁體）", "显示名称（繁体）", "Name shown, traditional Chinese");

    public static LocalizedText NameHans { get; } = new("顯示名稱（簡體）", "显示名称（简体）", "Name shown, simplified Chinese");

    public static LocalizedText NameEn { get; } = new("顯示名稱（英文）", "显示名称（英文）", "Name shown, English");

    public static LocalizedText Authority { get; } = new("簽發者網址（issuer）", "签发者网址（issuer）", "Issuer");

    public static LocalizedText ClientId { get; } = new("本平台在該處的用戶端代號", "本平台在该处的客户端代号", "The hub's client id there");

    public static LocalizedText Jurisdiction { get; } = new("所屬地區（如 HK、MO、CN-GD）", "所属地区（如 HK、MO、CN-GD）", "Place (such as HK, MO, CN-GD)");

    public static LocalizedText SigningKey { get; } = new("證明本平台身份的密鑰", "证明本平台身份的密钥", "Key that proves the hub there");

    public static LocalizedText SigningEndpoint { get; } = new("居民數碼簽署的網址（沒有則留空）", "居民数字签名的网址（没有则留空）", "Where residents sign documents (empty where they cannot)");

    public static LocalizedText Source { get; } = new("身份斷言的位置", "身份断言的位置", "Where the identity assertion stands");

    public static LocalizedText TokenResponse { get; } = new("權杖回應", "令牌响应", "Token response");

    public static LocalizedText IdToken { get; } = new("身份權杖內", "身份令牌内", "Inside the id token");

    public static LocalizedText MaximumAge { get; } = new("斷言最長有效秒數", "断言最长有效秒数", "Seconds that an assertion may be old");

    public static LocalizedText ClockSkew { get; } = new("時鐘容差秒數", "时钟容差秒数", "Seconds that its clock may be ahead");

    public static LocalizedText Algorithms { get; } = new("接受的簽署算法", "接受的签名算法", "Algorithms it signs with");

    public static LocalizedText Levels { get; } = new("保證程度對照", "保证等级对照", "What its levels mean");

    public static LocalizedText LevelsHint { get; } = new(
        "每行一項：平台的 acr、空格、low、substantial 或 high。留空即採用本平台的程度名稱。",
        "每行一项：平台的 acr、空格、low、substantial 或 high。留空即采用本平台的等级名称。",
        "One in a line: its acr, a blank, and low, substantial or high. Left empty, it speaks in the hub's own levels.");

    public static LocalizedText RevocationLists { get; } = new("吊銷名單的網址", "吊销列表的网址", "Addresses of its revocation lists");

    public static LocalizedText RevocationListsHint { get; } = new(
        "每行一個；系統設定已列出的不用重複。沒有最新名單，斷言一概不獲接納。", "每行一个；系统设置已列出的不用重复。没有最新列表，断言一概不予接受。",
        "One in a line, unless the settings name them. Without a list that is up to date, no assertion is believed.");

    public static LocalizedText LeadsTo { get; } = new("平台會再轉往的網址", "平台会再转往的网址", "Addresses that it sends residents on to");

    public static LocalizedText LeadsToHint { get; } = new("每行一個；沒有則留空。", "每行一个；没有则留空。", "One in a line; empty where there are none.");

    public static LocalizedText Purpose { get; } = new("信任用途", "信任用途", "Trusted for");

    public static LocalizedText NoAnchor { get; } = new(
        "這個地區未有獲信任的根證書：批准後仍無人能成功登入，請先在「信任變更」加入。",
        "该地区尚无受信任的根证书：批准后仍无人能成功登录，请先在“信任变更”中加入。",
        "No anchor of that place is trusted to sign assertions: nobody could sign in. Admit one under Changes of trust first.");

    public static LocalizedText What { get; } = new("項目", "项目", "What");

    public static LocalizedText InForceNow { get; } = new("現行", "现行", "In force now");

    public static LocalizedText Proposed { get; } = new("提出的內容", "提出的内容", "Proposed");

    public static LocalizedText NothingYet { get; } = new("（未有）", "（暂无）", "(none)");

    public static LocalizedText ProposedBy { get; } = new("提出者", "提出者", "Proposed by");

    public static LocalizedText DecidedBy { get; } = new("審批者", "审批者", "Decided by");

    public static LocalizedText EndAskedBy { get; } = new("提出停用者", "提出停用者", "End asked for by");

    public static LocalizedText EndedBy { get; } = new("停用或取代者", "停用或取代者", "Ended or replaced by");

    public static LocalizedText Approve { get; } = new("批准，開放登入", "批准，开放登录", "Approve: residents may sign in there");

    public static LocalizedText Refuse { get; } = new("不批准", "不批准", "Refuse");

    public static LocalizedText AskForEnd { get; } = new("提出停用", "提出停用", "Ask that it end");

    public static LocalizedText Keep { get; } = new("保留，不停用", "保留，不停用", "Keep it");

    public static LocalizedText End { get; } = new("確認停用", "确认停用", "End it");

    /// <summary>{0}: how many.</summary>
    public static LocalizedText Sessions { get; } = new(
        "目前經這個平台登入的有 {0} 個；停用後，他們不能再提交申請，也沒有人能經此登入。",
        "目前经该平台登录的有 {0} 个；停用后，他们不能再提交申请，也没有人能经此登录。",
        "Sign-ins through it that are alive: {0}. Once it has ended, they can file nothing more, and nobody signs in there.");

    public static LocalizedText WaitsForAnother { get; } = new("須由另一位保安主任決定。", "须由另一位安全主管决定。", "Another security officer decides.");

    public static LocalizedText Of(HomeProvider provider) => provider.State switch
    {
        HomeProviderState.Proposed => new("等候批准", "等待批准", "Waits for approval"),
        HomeProviderState.InForce when provider.EndAskedBy is not null => new("現行，等候批准停用", "现行，等待批准停用", "In force; its end waits for approval"),
        HomeProviderState.InForce => new("現行", "现行", "In force"),
        HomeProviderState.Refused => new("不獲批准", "未获批准", "Refused"),
        HomeProviderState.Replaced => new("已被取代", "已被取代", "Replaced"),
        _ => new("已停用", "已停用", "Ended"),
    };
}
