namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>A hardware module, its token or the key in it is not to be had.</summary>
    public static ErrorDescriptor HsmUnavailable { get; } = new("CB4020", 503,
        new("未能使用硬件加密模組", "无法使用硬件密码模块", "The hardware module is not available"),
        new("請管理員檢查模組、令牌標籤、PIN 檔案和金鑰標籤。", "请管理员检查模块、令牌标签、PIN 文件和密钥标签。", "Operators should check the module, the token’s label, the PIN file and the key’s label."));

    /// <summary>A key in a hardware module cannot sign with the algorithm that is wanted.</summary>
    public static ErrorDescriptor HsmKeyUnusable { get; } = new("CB4021", 422,
        new("硬件模組內的金鑰不適用", "硬件模块内的密钥不适用", "The key in the hardware module cannot be used"),
        new("請改用 RSA 金鑰；國密 SM2 金鑰請用金鑰檔案。", "请改用 RSA 密钥；国密 SM2 密钥请使用密钥文件。", "Use an RSA key; keep SM2 keys in an encrypted key file."));
}
