namespace CrossBorder.Federation.Proactive;

/// <summary>A resident who turned on that services are looked for, and what may be looked at. Gone as soon as they turn it off.</summary>
internal sealed class ProactiveWatch
{
    public required string ResidentId { get; init; }

    /// <summary>The consent that all of it rests on.</summary>
    public required string ConsentId { get; init; }

    /// <summary>Slugs of the licences that may be looked up, separated by blanks.</summary>
    public required string Licences { get; init; }

    /// <summary>Whether services that file for the resident may fetch what was found.</summary>
    public required bool ShownToApps { get; init; }

    /// <summary><see cref="KeptFacts"/> of the last sign-in as JSON, encrypted: for looking while nobody is signed in.</summary>
    public required string Facts { get; set; }

    /// <summary>When the resident was last here.</summary>
    public required DateTimeOffset SeenAt { get; set; }

    /// <summary>When it is looked next.</summary>
    public required DateTimeOffset LooksAt { get; set; }

    /// <summary>Of two who look at once one stores what it found; who looks while it is turned off stores nothing.</summary>
    public int Revision { get; set; }

    public IReadOnlyList<string> LicenceKinds => Licences.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
