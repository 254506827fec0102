namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>A way to tell of alerts does not answer.</summary>
    public static ErrorDescriptor NotifierUnreachable { get; } = new("CB4022", 503,
        new("未能送出警示", "无法送出告警", "An alert could not be sent"),
        new("系統會自動重試；請檢查郵件伺服器或接收端。", "系统会自动重试；请检查邮件服务器或接收端。", "It is tried again by itself. Check the mail server or the receiver."));

    /// <summary>A way to tell of alerts answered that it will not take one.</summary>
    public static ErrorDescriptor NotifierRefused { get; } = new("CB4023", 502,
        new("警示遭接收端拒絕", "告警被接收端拒绝", "An alert was refused by its receiver"),
        new("請檢查帳戶、密碼檔案、簽署金鑰和收件人的設定。", "请检查账户、密码文件、签名密钥和收件人的设置。", "Check the account, the password file, the signing key and the recipients in the settings."));

    /// <summary>A witness of the audit log cannot be reached.</summary>
    public static ErrorDescriptor WitnessUnreachable { get; } = new("CB4024", 503,
        new("未能把檢查點交給見證方", "无法将检查点交给见证方", "A witness could not be reached"),
        new("檢查點會依次補交；請檢查見證方的資料夾或地址。", "检查点会依次补交；请检查见证方的文件夹或地址。", "Checkpoints are handed over later, in their order. Check the witness’s folder or address."));

    /// <summary>A witness of the audit log would not keep a checkpoint.</summary>
    public static ErrorDescriptor WitnessRefused { get; } = new("CB4025", 409,
        new("見證方拒絕保存檢查點", "见证方拒绝保存检查点", "A witness would not keep a checkpoint"),
        new("如見證方已有另一個檢查點，請視為事故處理。", "如见证方已有另一个检查点，请按事故处理。", "Where the witness keeps another checkpoint of that size, treat it as an incident."));
}
