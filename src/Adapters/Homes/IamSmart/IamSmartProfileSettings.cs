namespace CrossBorder.Adapters.Homes.IamSmart;

/// <summary>
/// What the public description of the protocol leaves open, each with the value that seems likeliest: docs/iam-smart.md says where from.
/// An onboarding pack that says otherwise is followed by settings, not by code.
/// </summary>
public sealed class IamSmartProfileSettings
{
    /// <summary>How content keys are wrapped: <c>oaep-sha256</c>, <c>oaep-sha1</c> or <c>pkcs1</c>. One of them, never one after the other.</summary>
    public string KeyPadding { get; set; } = OaepSha256;

    /// <summary>How the IV stands before the ciphertext: <c>length-prefixed</c> (four bytes, big-endian) or <c>bare</c>.</summary>
    public string IvForm { get; set; } = LengthPrefixed;

    /// <summary>Unit of a content key's <c>expiresIn</c>: <c>milliseconds</c> or <c>seconds</c>.</summary>
    public string KeyLifetimeUnit { get; set; } = Milliseconds;

    /// <summary>Stands before every path of the interface.</summary>
    public string PathPrefix { get; set; } = "api/v1";

    /// <summary>The code of an answer that holds what was asked for.</summary>
    public string SuccessCode { get; set; } = "D00000";

    /// <summary>The code of an answer to what was encrypted with a key that is over.</summary>
    public string KeyExpiredCode { get; set; } = "D60001";

    /// <summary>The codes by which a resident's refusal is told.</summary>
    public IList<string> DeclinedCodes { get; } = ["D40000"];

    /// <summary>Scopes of signing in, separated by blanks.</summary>
    public string Scope { get; set; } = "eidapi_auth eidapi_profiles eidapi_formFilling eidapi_sign";

    /// <summary>The <c>source</c> of a browser that shows a QR code.</summary>
    public string BrowserSource { get; set; } = "PC_Browser";

    /// <summary>The <c>source</c> of a phone, which opens the app.</summary>
    public string PhoneSource { get; set; } = "App_Scheme";

    /// <summary>Format of birth dates, as .NET writes formats.</summary>
    public string BirthdateFormat { get; set; } = "yyyy-MM-dd";

    /// <summary>The value of <see cref="IamSmartFieldSettings.AccountKind"/> of an account that can sign (iAM Smart+).</summary>
    public string StrongAccountKind { get; set; } = "plus";

    /// <summary>Names of members.</summary>
    public IamSmartFieldSettings Fields { get; set; } = new();

    /// <summary>How signing is spoken of.</summary>
    public IamSmartSigningSettings Signing { get; set; } = new();

    internal const string OaepSha256 = "oaep-sha256";
    internal const string OaepSha1 = "oaep-sha1";
    internal const string Pkcs1 = "pkcs1";
    internal const string LengthPrefixed = "length-prefixed";
    internal const string Bare = "bare";
    internal const string Milliseconds = "milliseconds";
    internal const string Seconds = "seconds";
}

/// <summary>What the members of answers are called.</summary>
public sealed class IamSmartFieldSettings
{
    /// <summary>Kind of the resident's account, in the answer to a code.</summary>
    public string AccountKind { get; set; } = "accountType";

    /// <summary>Number of the identity card.</summary>
    public string IdentityCard { get; set; } = "idNo";

    /// <summary>English name: family name, a comma, given names.</summary>
    public string EnglishName { get; set; } = "enName";

    /// <summary>Chinese name; absent where there is none.</summary>
    public string ChineseName { get; set; } = "chName";

    /// <summary>Birth date.</summary>
    public string Birthdate { get; set; } = "birthDate";

    /// <summary>Gender, M or F.</summary>
    public string Gender { get; set; } = "gender";

    /// <summary>Number of the Home Return Permit among the data for forms; empty where the service does not get it.</summary>
    public string HomeReturnPermit { get; set; } = "homeReturnPermitNo";

    /// <summary>Telephone number among the data for forms.</summary>
    public string PhoneNumber { get; set; } = "mobileNumber";

    /// <summary>E-mail address among the data for forms.</summary>
    public string Email { get; set; } = "emailAddress";
}
