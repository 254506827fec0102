namespace CrossBorder.Sandbox.Registry;

internal sealed record RegistryAccount(
    string AccountId, string DocumentType, string DocumentNumber, string LatinName, string? HanName, string Birthdate);

/// <summary>The account directory of Guangdong, as far as the sandbox's residents are in it.</summary>
internal sealed class RegistryAccounts
{
    private const string Permit = "home_return_permit";
    private readonly Lock gate = new();
    private readonly Dictionary<string, RegistryAccount> registrations = new(StringComparer.Ordinal);
    private readonly List<RegistryAccount> accounts =
    [
        new("GD440000000001", Permit, "H12345678", "CHAN Tai Man", "陈大文", "1990-01-01"),
        new("GD440000000031", Permit, "H34567890", "LEE Ka Yan", "李嘉欣", "1992-03-08"),
        new("GD440000000032", Permit, "H34567890", "LEE Ka Yan", "李嘉欣", "1992-03-08"),
        new("GD440000000004", Permit, "H45678901", "NG Mei Ling", "吴美玲", "1958-11-30"),
        new("GD440000000005", Permit, "H56789012", "CHEUNG Wai Kit", "张伟杰", "1979-12-13"),
        new("GD440000000006", Permit, "HA1234567", "SMITH John", null, "1988-02-29"),
    ];

    public IReadOnlyList<RegistryAccount> Find(string type, string number)
    {
        lock (gate)
            return accounts.FindAll(account => account.DocumentType == type && account.DocumentNumber == number);
    }

    public bool Holds(string accountId)
    {
        lock (gate)
            return accounts.Exists(account => account.AccountId == accountId);
    }

    /// <summary>The same request again gives the same account.</summary>
    public RegistryAccount Register(string requestId, Func<string, RegistryAccount> create)
    {
        lock (gate)
        {
            if (!registrations.TryGetValue(requestId, out var account))
            {
                account = registrations[requestId] = create($"GD4400000001{registrations.Count + 1:D2}");
                accounts.Add(account);
            }

            return account;
        }
    }
}
