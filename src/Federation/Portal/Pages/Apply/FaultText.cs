using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Portal.Language;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Portal.Pages.Apply;

/// <summary>What to do about a fault, naming the field or document as the form does. {0}: its label.</summary>
internal static class FaultText
{
    public static LocalizedText Fill { get; } = new("請填寫「{0}」", "请填写“{0}”", "Fill in “{0}”");

    public static LocalizedText Pick { get; } = new("請選擇「{0}」", "请选择“{0}”", "Choose an answer for “{0}”");

    public static LocalizedText Date { get; } = new("「{0}」要是一個日期，例如 2026-12-01", "“{0}”应为日期，例如 2026-12-01", "“{0}” must be a date, such as 2026-12-01");

    public static LocalizedText Number { get; } = new("「{0}」只可填數字，例如 1200.50", "“{0}”只能填数字，例如 1200.50", "“{0}” must be a number, such as 1200.50");

    public static LocalizedText Telephone { get; } = new("「{0}」要是電話號碼，例如 +852 5123 0001", "“{0}”应为电话号码，例如 +86 138 0013 8000", "“{0}” must be a telephone number, such as +852 5123 0001");

    public static LocalizedText Email { get; } = new("「{0}」要是電郵地址，例如 name@example.com", "“{0}”应为电子邮箱，例如 name@example.com", "“{0}” must be an e-mail address, such as name@example.com");

    public static LocalizedText Wrong { get; } = new("「{0}」太長或有不能使用的字元", "“{0}”过长或含有不能使用的字符", "“{0}” is too long or holds characters that cannot be used");

    public static LocalizedText Missing { get; } = new("請上載「{0}」", "请上传“{0}”", "Upload “{0}”");

    public static LocalizedText MissingOrTick { get; } = new("請上載「{0}」，或剔選下面其中一項", "请上传“{0}”，或勾选下面其中一项", "Upload “{0}”, or tick a box below it");

    public static LocalizedText UploadAgain { get; } = new("請再次上載「{0}」", "请重新上传“{0}”", "Upload “{0}” again");

    public static LocalizedText ReadAgain { get; } = new(
        "「{0}」的承諾內容已更新，請重新閱讀並同意", "“{0}”的承诺内容已更新，请重新阅读并同意", "The commitment for “{0}” has changed: read it and agree again");

    public static LocalizedText TooLarge { get; } = new("「{0}」的檔案超過 20 MB，請換一個較小的", "“{0}”的文件超过 20 MB，请换一个较小的", "The file for “{0}” is larger than 20 MB: choose a smaller one");

    public static LocalizedText WrongKind { get; } = new(
        "「{0}」的檔案不是 PDF、JPEG、PNG 或 HEIC，或是空白檔案", "“{0}”的文件不是 PDF、JPEG、PNG 或 HEIC，或为空文件", "The file for “{0}” is no PDF, JPEG, PNG or HEIC, or is empty");

    public static string Of(FormFault fault, PageLanguage language) => fault switch
    {
        { Field: { } field } => language.Format(OfField(fault.Descriptor, field), language[field.Label]),
        { Material: { } material } => language.Format(OfMaterial(fault.Descriptor, material), language[material.Name]),
        _ => $"{language[fault.Descriptor.Title]} ({fault.Descriptor.Code}). {language[fault.Descriptor.NextStep]}",
    };

    private static LocalizedText OfField(ErrorDescriptor descriptor, FormField field) => field.Type switch
    {
        FieldType.Select => Pick,
        _ when descriptor.Code == ErrorCatalogue.FieldMissing.Code => Fill,
        FieldType.Date => Date,
        FieldType.Number => Number,
        FieldType.Tel => Telephone,
        FieldType.Email => Email,
        _ => Wrong,
    };

    private static LocalizedText OfMaterial(ErrorDescriptor descriptor, RequiredDocument material)
    {
        if (descriptor.Code == ErrorCatalogue.MaterialTooLarge.Code)
            return TooLarge;
        if (descriptor.Code == ErrorCatalogue.MaterialTypeRefused.Code)
            return WrongKind;
        if (descriptor.Code == ErrorCatalogue.MaterialUnknown.Code)
            return UploadAgain;
        if (descriptor.Code == ErrorCatalogue.CommitmentTextOther.Code)
            return ReadAgain;
        return material is { WaivableBy: Waiver.Commitment } or { Deferrable: true } ? MissingOrTick : Missing;
    }
}
