namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>A message carries several signatures, and those that are required here are not among the ones that hold.</summary>
    public static ErrorDescriptor SignaturesInsufficient { get; } = new("CB3090", 403,
        new("所需簽署不齊全", "所需签名不齐全", "A required signature is missing"),
        new("請由所需的各方簽署後再傳送。", "请由所需的各方签名后再发送。", "Have the message signed by everybody who must, and send it again."));

    /// <summary>One key signed a message more than once.</summary>
    public static ErrorDescriptor SignatureRepeated { get; } = new("CB3091", 400,
        new("同一金鑰重複簽署", "同一密钥重复签名", "One key signed the message twice"),
        new("每個金鑰請只簽署一次。", "每个密钥请只签名一次。", "Sign once with each key."));

    /// <summary>An encrypted private key does not open.</summary>
    public static ErrorDescriptor KeyNotDecrypted { get; } = new("CB3092", 422,
        new("未能解開金鑰", "无法解开密钥", "The private key does not open"),
        new("請核對密碼；如密碼正確，請由備份還原金鑰檔案。", "请核对密码；如密码正确，请从备份恢复密钥文件。", "Check the password; if it is right, restore the key file from its backup."));
}
