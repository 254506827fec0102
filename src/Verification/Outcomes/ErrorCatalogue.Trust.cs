namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>A change of trust was proposed without a reason that another officer could decide by.</summary>
    public static ErrorDescriptor TrustReasonMissing { get; } = new("CB6101", 422,
        new("請說明理由", "请说明理由", "A reason is needed"),
        new("請以 10 至 1000 字說明理由，供另一位主任審批。", "请用 10 至 1000 字说明理由，供另一位安全官审批。", "Say why in 10 to 1000 characters: another officer decides by it."));

    /// <summary>A change of trust is not in a state that allows this step.</summary>
    public static ErrorDescriptor TrustChangeNotNow { get; } = new("CB6102", 409,
        new("這項變更目前不能這樣處理", "此项变更目前不能这样处理", "The change does not allow this step now"),
        new("請重新載入，查看變更的最新狀態。", "请重新加载，查看变更的最新状态。", "Load it again and see where it stands."));

    /// <summary>The officer who proposed a change cannot decide it.</summary>
    public static ErrorDescriptor TrustSecondOfficerNeeded { get; } = new("CB6103", 403,
        new("須由另一位主任處理", "须由另一位安全官处理", "Another officer is needed"),
        new("請另一位保安主任審批。", "请另一位安全官审批。", "Ask another security officer to decide."));

    /// <summary>Only its proposer withdraws a proposal.</summary>
    public static ErrorDescriptor TrustProposerOnly { get; } = new("CB6104", 403,
        new("只有提出變更的主任可以撤回", "只有提出变更的安全官可以撤回", "Only the officer who proposed it can withdraw it"),
        new("如不同意，請改為拒絕。", "如不同意，请改为拒绝。", "Where you don't agree, refuse it."));

    /// <summary>The start or the window of a change of trust is out of range.</summary>
    public static ErrorDescriptor TrustTimeWrong { get; } = new("CB6105", 422,
        new("生效時間或確認期限不正確", "生效时间或确认期限不正确", "The start or the window for confirmation is out of range"),
        new("請選擇現在至 90 日內生效，並在 1 分鐘至 7 日內確認。", "请选择现在至 90 天内生效，并在 1 分钟至 7 天内确认。", "Begin now or within 90 days, and confirm within 1 minute to 7 days."));

    /// <summary>Another officer or node took a step at the same moment.</summary>
    public static ErrorDescriptor TrustChangeRaced { get; } = new("CB6106", 409,
        new("另一位主任剛剛處理了這項變更", "另一位安全官刚刚处理了此项变更", "Another officer has just acted on this change"),
        new("請重新載入再決定。", "请重新加载后再决定。", "Load it again, then decide."));

    /// <summary>A certificate cannot be admitted.</summary>
    public static ErrorDescriptor TrustCertificateUnfit { get; } = new("CB6107", 422,
        new("這張證書不能加入信任名單", "此证书不能加入信任列表", "The certificate cannot be admitted"),
        new("請檢查是否為有效的認證機構證書，並填妥名稱、地區及用途。", "请检查是否为有效的认证机构证书，并填妥名称、地区及用途。", "Check that it is a valid authority's certificate, with a name, a jurisdiction and purposes."));

    /// <summary>The change does not follow from what was decided about the certificate before.</summary>
    public static ErrorDescriptor TrustOrderWrong { get; } = new("CB6108", 409,
        new("與先前就此證書的決定不符", "与先前就此证书的决定不符", "The change does not follow from earlier decisions"),
        new("請先查看這張證書的變更紀錄。", "请先查看此证书的变更记录。", "Look at the certificate's earlier changes first."));

    /// <summary>The certificate is believed already, or about to be.</summary>
    public static ErrorDescriptor TrustCertificateKnown { get; } = new("CB6109", 409,
        new("這張證書已在信任名單內", "此证书已在信任列表内", "The certificate is on the list already"),
        new("毋須再次加入。", "无须再次加入。", "There is no need to admit it again."));

    /// <summary>No change of trust has this number.</summary>
    public static ErrorDescriptor TrustChangeUnknown { get; } = new("CB6110", 404,
        new("找不到這項變更", "找不到此项变更", "There is no such change"),
        new("請檢查編號。", "请检查编号。", "Check its number."));

    /// <summary>A delivery waits, because a certificate that it rests on is trusted no more.</summary>
    public static ErrorDescriptor DeliveryQuarantined { get; } = new("CB6120", 409,
        new("申請暫緩遞送：所依據的證書已不獲信任", "申请暂缓投递：所依据的证书已不受信任", "The delivery is held back: a certificate that it rests on is no longer trusted"),
        new("保安主任還原該項變更後會自動繼續遞送；否則須由申請人重新登入及提交。", "安全主管还原该项变更后会自动继续投递；否则须由申请人重新登录并提交。", "It goes on by itself once officers roll the change back; otherwise the applicant signs in and files again."));

    /// <summary>It is not recorded what rests on a key.</summary>
    public static ErrorDescriptor RestingNotRecorded { get; } = new("CB6125", 409,
        new("沒有記錄倚賴此密鑰的項目", "未记录依赖此密钥的项目", "What rests on this key is not recorded"),
        new("請查閱該依賴方的登入及申請。", "请查阅该依赖方的登录及申请。", "Look at what the relying party did instead: its sign-ins and applications."));
}
