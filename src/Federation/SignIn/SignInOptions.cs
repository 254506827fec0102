namespace CrossBorder.Federation.SignIn;

/// <summary>Section <c>SignIn</c>.</summary>
internal sealed class SignInOptions
{
    /// <summary>How long a journey may take.</summary>
    public TimeSpan JourneyLifetime { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a browser stays signed in.</summary>
    public TimeSpan SessionLifetime { get; set; } = TimeSpan.FromHours(8);

    /// <summary>How long a browser stays signed in that does not come by.</summary>
    public TimeSpan IdleLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long tokens of a session find its identity; as long as refresh tokens live.</summary>
    public TimeSpan IdentityLifetime { get; set; } = TimeSpan.FromDays(14);
}
