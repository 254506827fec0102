namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>A file that was to be imported holds no certificates in a form that is read.</summary>
    public static ErrorDescriptor ImportUnreadable { get; } = new("CB6111", 422,
        new("未能讀取證書檔案", "无法读取证书文件", "The file holds no certificates that can be read"),
        new("請提供 PEM、DER、PKCS#7（.p7b）或 PKCS#12 檔案，最大 64 KB，最多 20 張證書。", "请提供 PEM、DER、PKCS#7（.p7b）或 PKCS#12 文件，最大 64 KB，最多 20 张证书。",
            "Give PEM, DER, PKCS#7 (.p7b) or PKCS#12: up to 64 KB and 20 certificates."));

    /// <summary>A file that was to be imported holds a private key.</summary>
    public static ErrorDescriptor ImportHoldsPrivateKey { get; } = new("CB6112", 422,
        new("檔案內有私鑰：這條密鑰已不安全", "文件内含私钥：该密钥已不安全", "The file holds a private key, which is now burnt"),
        new("內容沒有保存。私鑰一經離開擁有者便不可再用：請對方換新密鑰和證書，並且只交出證書。", "内容未保存。私钥一旦离开所有者便不可再用：请对方更换密钥和证书，并且只提供证书。",
            "Nothing was kept. A private key that left its owner must not be used again: ask for a new key and certificate, and for the certificate alone."));

    /// <summary>A certificate is signed by an algorithm that is broken.</summary>
    public static ErrorDescriptor ImportWeak { get; } = new("CB6113", 422,
        new("這張證書的簽署算法已不安全", "此证书的签名算法已不安全", "The certificate is signed by an algorithm that is broken"),
        new("請簽發機構以 SHA-256 或 SM3 重新簽發。", "请签发机构以 SHA-256 或 SM3 重新签发。", "Ask its authority for one signed with SHA-256 or SM3."));

    /// <summary>No partner of the settings has the name that a certificate is to be admitted for.</summary>
    public static ErrorDescriptor PartnerUnknown { get; } = new("CB6114", 422,
        new("設定中沒有這個合作方", "设置中没有此合作方", "The settings name no such partner for this purpose"),
        new("請從清單中選擇合作方，並核對用途。", "请从列表中选择合作方，并核对用途。", "Choose a partner from the list, and check the purpose."));

    /// <summary>What an officer typed to confirm an act differs from what had to be typed.</summary>
    public static ErrorDescriptor TypedNameWrong { get; } = new("CB6115", 422,
        new("輸入的名稱不符", "输入的名称不符", "The name typed differs"),
        new("請照原樣輸入證書的名稱。", "请照原样输入证书的名称。", "Type the certificate's name exactly as it is shown."));

    /// <summary>The inventory holds no certificate of that fingerprint.</summary>
    public static ErrorDescriptor CertificateUnknown { get; } = new("CB6116", 404,
        new("找不到這張證書", "找不到此证书", "No certificate of that fingerprint is known"),
        new("請從證書清單中選擇，或檢查指紋。", "请从证书列表中选择，或检查指纹。", "Choose it from the inventory, or check the fingerprint."));
}
