namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>An encrypted message is not a well-formed JWE.</summary>
    public static ErrorDescriptor EncryptedContentMalformed { get; } = new("CB3080", 400,
        new("加密訊息格式有誤", "加密消息格式有误", "The encrypted message is malformed"),
        new("請傳送方核對訊息格式後重新傳送。", "请发送方核对消息格式后重新发送。", "The sender should check the form of the message and send it again."));

    /// <summary>An encrypted message is longer than is looked at.</summary>
    public static ErrorDescriptor EncryptedContentTooLarge { get; } = new("CB3081", 413,
        new("加密訊息過大", "加密消息过大", "The encrypted message is too large"),
        new("請縮減內容後重新傳送。", "请缩减内容后重新发送。", "Send a smaller message."));

    /// <summary>The key management or content encryption is not one that is taken here.</summary>
    public static ErrorDescriptor EncryptionNotAllowed { get; } = new("CB3082", 400,
        new("不接受此加密演算法", "不接受此加密算法", "The encryption algorithm is not accepted"),
        new("請改用雙方已登記的演算法加密。", "请改用双方已登记的算法加密。", "Encrypt with one of the algorithms registered between both sides."));

    /// <summary>An encrypted message cannot be decrypted, for whatever reason: it does not say which.</summary>
    public static ErrorDescriptor DecryptionFailed { get; } = new("CB3083", 400,
        new("加密訊息無法解密", "加密消息无法解密", "The encrypted message cannot be decrypted"),
        new("請傳送方取得最新的公開金鑰，重新加密後再傳送。", "请发送方获取最新的公钥，重新加密后再发送。", "The sender should fetch the current public key, encrypt again and send again."));

    /// <summary>The header typ or cty is not that of the message wanted here.</summary>
    public static ErrorDescriptor EncryptedTypeWrong { get; } = new("CB3084", 400,
        new("加密訊息類型不符", "加密消息类型不符", "This is another kind of encrypted message"),
        new("請傳送此處所需類型的訊息。", "请发送此处所需类型的消息。", "Send the kind of message that is wanted here."));
}
