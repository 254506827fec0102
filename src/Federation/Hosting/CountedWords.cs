using System.Globalization;

namespace CrossBorder.Federation.Hosting;

/// <summary>
/// Lets a text agree with its number where the language asks for it: <c>{0} {0:day|days}</c> is “1 day” and “2 days”. Everything else is formatted as
/// in the invariant culture.
/// </summary>
internal sealed class CountedWords : IFormatProvider, ICustomFormatter
{
    private CountedWords()
    {
    }

    public static CountedWords Provider { get; } = new();

    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : CultureInfo.InvariantCulture.GetFormat(formatType);

    public string Format(string? format, object? arg, IFormatProvider? formatProvider)
    {
        if (format?.Split('|') is [var one, var many])
            return Convert.ToString(arg, CultureInfo.InvariantCulture) == "1" ? one : many;
        return arg is IFormattable formattable ? formattable.ToString(format, CultureInfo.InvariantCulture) : arg?.ToString() ?? "";
    }
}
