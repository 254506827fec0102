namespace CrossBorder.Federation.Officers;

/// <summary>What was typed into the form, and from where.</summary>
/// <param name="Network">The address; of IPv6 its /64.</param>
/// <param name="Device">What the browser brought along from an earlier sign-in; null where it brought nothing.</param>
internal sealed record OfficerCredentials(string Name, string Password, string Code, string Network, (string OfficerId, string Device)? Device = null)
{
    /// <summary>In place of an address: attempts there are counted by themselves, so that nobody outside brings its lock about.</summary>
    public const string CommandLine = "command-line";

    private const int Longest = 200;

    /// <summary>False for what no officer types: not worth a hash.</summary>
    public bool ArePlausible => Name.Length <= Longest && Password.Length <= Longest && Code.Length <= Longest;
}
