using System.Globalization;
using CrossBorder.Adapters.Homes;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>A home beside what is in force, line by line: what an officer reads before saying yes.</summary>
internal static class HomeFacts
{
    public static IEnumerable<(LocalizedText What, string Now, string Proposed)> Compare(HomeOptions? now, HomeOptions proposed) =>
        Of(proposed).Zip(Of(now ?? new HomeOptions()), (next, before) => (next.What, now is null ? "" : before.Value, next.Value));

    private static IEnumerable<(LocalizedText What, string Value)> Of(HomeOptions home) =>
    [
        (HomeText.Scheme, home.Scheme),
        (HomeText.NameHant, home.DisplayName.Hant),
        (HomeText.NameHans, home.DisplayName.Hans),
        (HomeText.NameEn, home.DisplayName.En),
        (HomeText.Authority, home.Authority),
        (HomeText.ClientId, home.ClientId),
        (HomeText.Jurisdiction, home.Jurisdiction),
        (HomeText.SigningKey, home.SigningKey),
        (HomeText.SigningEndpoint, home.SigningEndpoint),
        (HomeText.Source, home.AssertionSource),
        (HomeText.Algorithms, string.Join(", ", home.AssertionAlgorithms)),
        (HomeText.MaximumAge, home.MaximumAge.TotalSeconds.ToString(CultureInfo.InvariantCulture)),
        (HomeText.ClockSkew, home.ClockSkew.TotalSeconds.ToString(CultureInfo.InvariantCulture)),
        (HomeText.Levels, string.Join(", ", home.Levels.Select(level => $"{level.Acr} = {level.Level}"))),
        (HomeText.RevocationLists, string.Join(", ", home.RevocationLists)),
        (HomeText.LeadsTo, string.Join(", ", home.LeadsTo)),
    ];
}
