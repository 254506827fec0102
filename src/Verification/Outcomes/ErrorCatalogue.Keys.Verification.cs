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
}
