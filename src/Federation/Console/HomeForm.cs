using System.Globalization;
using CrossBorder.Adapters.Homes;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>What an officer types about a home provider, as it was typed.</summary>
internal sealed class HomeForm
{
    public string? Scheme { get; set; }

    public string? Hant { get; set; }

    public string? Hans { get; set; }

    public string? En { get; set; }

    public string? Authority { get; set; }

    public string? ClientId { get; set; }

    public string? Jurisdiction { get; set; }

    public string? SigningKey { get; set; }

    public string? AssertionSource { get; set; } = HomeOptions.TokenResponse;

    public string? MaximumAgeSeconds { get; set; } = "300";

    public string? ClockSkewSeconds { get; set; } = "60";

    public List<string> Algorithms { get; set; } = [];

    /// <summary>One in a line: the home's <c>acr</c>, a blank, low, substantial or high.</summary>
    public string? Levels { get; set; }

    /// <summary>One address in a line.</summary>
    public string? LeadsTo { get; set; }

    public string? SigningEndpoint { get; set; }

    /// <summary>One address in a line.</summary>
    public string? RevocationLists { get; set; }

    public static HomeForm Of(HomeOptions home) => new()
    {
        Scheme = home.Scheme, Hant = home.DisplayName.Hant, Hans = home.DisplayName.Hans, En = home.DisplayName.En, Authority = home.Authority,
        ClientId = home.ClientId, Jurisdiction = home.Jurisdiction, SigningKey = home.SigningKey, SigningEndpoint = home.SigningEndpoint, AssertionSource = home.AssertionSource,
        MaximumAgeSeconds = Seconds(home.MaximumAge), ClockSkewSeconds = Seconds(home.ClockSkew), Algorithms = [.. home.AssertionAlgorithms],
        Levels = string.Join('\n', home.Levels.Select(level => $"{level.Acr} {level.Level}")), LeadsTo = string.Join('\n', home.LeadsTo), RevocationLists = string.Join('\n', home.RevocationLists),
    };

    /// <summary>As a home; CB6160 for what cannot be read. What can be read and does not hold, the home itself says.</summary>
    public Outcome<HomeOptions> ToHome()
    {
        var faults = new List<string>();
        var home = new HomeOptions
        {
            Scheme = Text(Scheme), Authority = Text(Authority), ClientId = Text(ClientId), Jurisdiction = Text(Jurisdiction), SigningKey = Text(SigningKey),
            SigningEndpoint = Text(SigningEndpoint),
            AssertionSource = Text(AssertionSource), DisplayName = new HomeNameSettings { Hant = Text(Hant), Hans = Text(Hans), En = Text(En) },
            MaximumAge = Time(MaximumAgeSeconds, "MaximumAge", faults), ClockSkew = Time(ClockSkewSeconds, "ClockSkew", faults),
        };
        foreach (var algorithm in Algorithms)
            home.AssertionAlgorithms.Add(algorithm);
        foreach (var address in Lines(LeadsTo))
            home.LeadsTo.Add(address);
        foreach (var address in Lines(RevocationLists))
            home.RevocationLists.Add(address);
        foreach (var line in Lines(Levels))
        {
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var acr, var word]
                && Enum.TryParse<AssuranceLevel>(word, ignoreCase: true, out var level) && Enum.IsDefined(level) && !char.IsAsciiDigit(word[0]))
            {
                home.Levels.Add(new HomeLevelSettings { Acr = acr, Level = level });
            }
            else
            {
                faults.Add($"Levels: '{line}' is not an acr and one of low, substantial, high.");
            }
        }

        return faults.Count == 0 ? home : Outcome<HomeOptions>.Refused([.. faults.Select(fault => ErrorCatalogue.HomeDefinitionInvalid.With(fault))]);
    }

    private static string Text(string? typed) => typed?.Trim() ?? "";

    private static string[] Lines(string? typed) =>
        (typed ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString(CultureInfo.InvariantCulture);

    private static TimeSpan Time(string? typed, string name, List<string> faults)
    {
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= 86_400)
            return TimeSpan.FromSeconds(seconds);
        faults.Add($"{name} is a number of seconds.");
        return TimeSpan.Zero;
    }
}
