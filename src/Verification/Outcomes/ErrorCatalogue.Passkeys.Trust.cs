namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>What a passkey answered does not hold: whatever the reason, the refusal is the same.</summary>
    public static ErrorDescriptor OfficerPasskeyRefused { get; } = new("CB6064", 403,
        new("通行密鑰未獲接受", "通行密钥未被接受", "The passkey was not accepted"),
        new("請在五分鐘內再試一次；如仍未成功，請使用密碼和驗證碼。", "请在五分钟内重试；如仍未成功，请使用密码和验证码。",
            "Try again, and answer within five minutes; if it goes on, use password and code."));

    /// <summary>Removing this passkey would leave its officer without a way in.</summary>
    public static ErrorDescriptor OfficerPasskeyLast { get; } = new("CB6065", 409,
        new("這是您唯一的登入方法，不能移除", "这是您唯一的登录方式，不能移除", "This is your only way in, and stays"),
        new("請先加入另一條通行密鑰。", "请先添加另一个通行密钥。", "Add another passkey first."));

    /// <summary>A passkey that cannot be kept under this name, that is one too many, or that is not there.</summary>
    public static ErrorDescriptor OfficerPasskeyNotKept { get; } = new("CB6066", 422,
        new("未能更改通行密鑰", "未能更改通行密钥", "Your passkeys are as they were"),
        new("請使用未用過的名稱（最多 64 個字元）；每人最多 10 條通行密鑰。", "请使用未用过的名称（最多 64 个字符）；每人最多 10 个通行密钥。",
            "Use a name that none of yours has, of 64 characters at most; an officer has 10 passkeys at most."));
}
