namespace CrossBorder.Federation.Officers;

/// <summary>What was typed into the form, and from where.</summary>
/// <param name="Network">The address; of IPv6 its /64.</param>
internal sealed record OfficerCredentials(string Name, string Password, string Code, string Network)
{
    private const int Longest = 200;

    /// <summary>False for what no officer types: not worth a hash.</summary>
    public bool ArePlausible => Name.Length <= Longest && Password.Length <= Longest && Code.Length <= Longest;
}
