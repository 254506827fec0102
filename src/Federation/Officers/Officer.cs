using Microsoft.AspNetCore.Identity;

namespace CrossBorder.Federation.Officers;

/// <summary>The account of an officer: a name, a password and an authenticator.</summary>
internal sealed class Officer : IdentityUser
{
    public OfficerRole Role { get; set; }

    /// <summary>Base32; encrypted.</summary>
    public string TotpSecret { get; set; } = "";

    /// <summary>The time step of the code that was taken last: neither it nor an earlier one is taken again.</summary>
    public long LastTotpStep { get; set; }

    /// <summary>The person of the administration's provider whom this account is tied to, as a hash; null where it is tied to none.</summary>
    public string? PersonKey { get; set; }

    /// <summary>Whom it was tied to before it was reset: that person comes back by the invitation, and gets no second account.</summary>
    public string? FormerPersonKey { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when this officer may not come in; null for one who may.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>False for one who was reset and has not come back yet.</summary>
    public bool HasWayIn => PasswordHash is not null || PersonKey is not null;
}
