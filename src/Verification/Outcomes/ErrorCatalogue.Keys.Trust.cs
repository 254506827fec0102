namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>A signing key is not in a state that allows this step.</summary>
    public static ErrorDescriptor KeyStepNotNow { get; } = new("CB6130", 409,
        new("這條密鑰目前不能這樣處理", "此密钥目前不能这样处理", "The key does not allow this step now"),
        new("請重新載入，查看密鑰的最新狀態。", "请重新加载，查看密钥的最新状态。", "Load the keys again and see where it stands."));

    /// <summary>A private key in the database does not open with the secret of the settings.</summary>
    public static ErrorDescriptor KeySecretWrong { get; } = new("CB6131", 500,
        new("資料庫內的密鑰無法開啟", "数据库内的密钥无法打开", "A key in the database does not open"),
        new("請把 KeyRotation:KeyFile 還原為密封密鑰時所用的檔案。", "请将 KeyRotation:KeyFile 恢复为封存密钥时所用的文件。", "Put back the file of KeyRotation:KeyFile that it was sealed with."));

    /// <summary>A key was to be made, and the settings name no secret to seal it with.</summary>
    public static ErrorDescriptor KeySecretMissing { get; } = new("CB6132", 409,
        new("未設定密封密鑰所用的檔案", "未设置封存密钥所用的文件", "There is nothing to seal a new key with"),
        new("請設定 KeyRotation:KeyFile，然後重新啟動。", "请设置 KeyRotation:KeyFile，然后重新启动。", "Set KeyRotation:KeyFile and start again."));

    /// <summary>The settings give a new key the id of an earlier one.</summary>
    public static ErrorDescriptor KeyIdReused { get; } = new("CB6133", 500,
        new("密鑰編號曾用於另一條密鑰", "密钥编号曾用于另一密钥", "The key's id belonged to another key"),
        new("請為新密鑰另取編號。", "请为新密钥另取编号。", "Give the new key an id of its own."));

    /// <summary>No key, algorithm or step has this name.</summary>
    public static ErrorDescriptor KeyUnknown { get; } = new("CB6134", 404,
        new("找不到這條密鑰或步驟", "找不到此密钥或步骤", "There is no such key or step"),
        new("請檢查編號或算法名稱。", "请检查编号或算法名称。", "Check its id, or the name of the algorithm."));

    /// <summary>A certificate was brought for a key of the hub, and certifies another key.</summary>
    public static ErrorDescriptor HubCertificateOfAnotherKey { get; } = new("CB6135", 422,
        new("證書所屬的不是這條密鑰", "证书不属于此密钥", "The certificate is another key's"),
        new("請以這條密鑰的證書請求重新申領。", "请用此密钥的证书请求重新申领。", "Ask the authority again, with the request of this key."));

    /// <summary>A certificate was brought for a key of the hub, and receivers would not believe it.</summary>
    public static ErrorDescriptor HubCertificateUnfit { get; } = new("CB6136", 422,
        new("收件方不會接受這張證書", "接收方不会接受此证书", "Receivers would not accept this certificate"),
        new("請檢查證書鏈、用途及所載的本系統網址，再向發證機構申領。", "请检查证书链、用途及所载的本系统网址，再向发证机构申领。", "Check its chain, its purpose and the address of the hub that it names, and ask the authority again."));

    /// <summary>A certificate was brought for a key of the hub, and ends before the key has had its turn.</summary>
    public static ErrorDescriptor HubCertificateTooShort { get; } = new("CB6137", 422,
        new("證書有效期太短", "证书有效期太短", "The certificate ends too soon"),
        new("請申領有效期較長的證書。", "请申领有效期更长的证书。", "Ask the authority for one that lasts longer."));

    /// <summary>Nothing can be signed in this use now, because no key with a certificate is there.</summary>
    public static ErrorDescriptor NoKeySigns { get; } = new("CB6138", 503,
        new("暫時沒有可用的簽署密鑰", "暂时没有可用的签名密钥", "No key signs this at the moment"),
        new("請稍後再試；安全主任須為新密鑰安裝證書。", "请稍后再试；安全主管须为新密钥安装证书。", "Try again later. A security officer has to install the certificate of the new key."));
}
