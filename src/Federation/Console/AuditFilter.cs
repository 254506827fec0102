using System.Globalization;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>Which entries of the audit log; what is null lets everything through.</summary>
/// <param name="Kind">What happened, such as <c>link.confirmed</c>.</param>
/// <param name="Actor">A kind of actor, an officer's name, or the reference of a client or officer.</param>
/// <param name="Subject">What it is about, by its reference.</param>
/// <param name="From">The first moment.</param>
/// <param name="To">The first moment that is out.</param>
internal sealed record AuditFilter(string? Kind, string? Actor, string? Subject, DateTimeOffset? From, DateTimeOffset? To)
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>As it was typed: empty is everything, days are whole days in UTC, both counted in. What is no day is left out.</summary>
    public static AuditFilter Read(string? kind, string? actor, string? subject, string? from, string? to) =>
        new(Text(kind), Text(actor), Text(subject), DayOf(from), DayOf(to) is { } last && last < DateTimeOffset.MaxValue.AddDays(-2) ? last.AddDays(1) : null);

    /// <summary>For an address, for a file, and for the record of who looked.</summary>
    public IReadOnlyDictionary<string, string> Fields => new (string Name, string? Value)[]
        {
            ("kind", Kind), ("actor", Actor), ("subject", Subject), ("from", Written(From)), ("to", Written(To?.AddDays(-1))),
        }.Where(part => part.Value is not null).ToDictionary(part => part.Name, part => part.Value!, StringComparer.Ordinal);

    public string? FirstDay => Written(From);

    public string? LastDay => Written(To?.AddDays(-1));

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) || typed.Length > 200 ? null : typed.Trim();

    private static DateTimeOffset? DayOf(string? typed) =>
        DateTimeOffset.TryParseExact(typed, Day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day) ? day : null;

    private static string? Written(DateTimeOffset? day) => day?.UtcDateTime.ToString(Day, CultureInfo.InvariantCulture);
}
