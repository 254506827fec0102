namespace CrossBorder.Adapters.Ports;

/// <summary>What a home told of a resident, under this product's names. What was not told is null.</summary>
public sealed record DisclosedPerson
{
    /// <summary>In Latin letters.</summary>
    public string? FamilyName { get; init; }

    /// <summary>In Latin letters.</summary>
    public string? GivenName { get; init; }

    /// <summary>The Chinese name in traditional characters.</summary>
    public string? HanName { get; init; }

    /// <summary>YYYY-MM-DD.</summary>
    public string? Birthdate { get; init; }

    /// <summary>M or F.</summary>
    public string? Gender { get; init; }

    /// <summary>With its check character.</summary>
    public string? IdentityCard { get; init; }

    /// <summary>Mainland Travel Permit for Hong Kong and Macao Residents.</summary>
    public string? HomeReturnPermit { get; init; }

    /// <summary>In E.164.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>This, and what another answer told beside it. What stands here stays.</summary>
    public DisclosedPerson And(DisclosedPerson other) => new()
    {
        FamilyName = FamilyName ?? other.FamilyName,
        GivenName = GivenName ?? other.GivenName,
        HanName = HanName ?? other.HanName,
        Birthdate = Birthdate ?? other.Birthdate,
        Gender = Gender ?? other.Gender,
        IdentityCard = IdentityCard ?? other.IdentityCard,
        HomeReturnPermit = HomeReturnPermit ?? other.HomeReturnPermit,
        PhoneNumber = PhoneNumber ?? other.PhoneNumber,
        Email = Email ?? other.Email,
    };
}
