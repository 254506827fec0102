namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>A verification with a member that none has, or with a Verification-Nonce that is not 32 random bytes in base64url.</summary>
    public static ErrorDescriptor VerificationMalformed { get; } = new("CB5080", 422,
        new("核實請求包含不應有的內容", "核验请求包含不应有的内容", "The verification holds what does not belong in it"),
        new("請按介面說明刪除或更正訊息所指的部分。", "请按接口说明删除或更正提示所指的部分。", "Leave out or correct the part that the message names, as the API description says."));
}
