namespace CrossBorder.Adapters.Departments;

/// <summary>Section <c>Departments</c>.</summary>
public sealed class DepartmentsOptions
{
    /// <summary>The departments that the hub delivers to.</summary>
    public IList<DepartmentOptions> Departments { get; } = [];

    /// <summary>The department of a slug, or null.</summary>
    public DepartmentOptions? Find(string slug) => Departments.FirstOrDefault(department => department.Slug == slug);
}

/// <summary>How one department is reached, and what it registered.</summary>
public sealed class DepartmentOptions
{
    /// <summary>As in the catalogue.</summary>
    public string Slug { get; set; } = "";

    /// <summary>How its deliveries reach it: <c>push</c>, <c>pickup</c>, <c>both</c> or <c>rabbitmq</c>.</summary>
    public string Channel { get; set; } = DepartmentChannels.Push;

    /// <summary>True where the hub opens no connection to it: its client comes for everything.</summary>
    public bool ComesItself => Channel == DepartmentChannels.Pickup;

    /// <summary>Where envelopes are posted to, or the broker (<c>amqps://host/virtual-host</c>); not needed where it picks everything up.</summary>
    public string Address { get; set; } = "";

    /// <summary>For a broker: a file whose only line is <c>user:password</c>.</summary>
    public string CredentialsFile { get; set; } = "";

    /// <summary>The place whose anchors its receipts must lead to.</summary>
    public string Jurisdiction { get; set; } = "CN-GD";

    /// <summary>What its envelopes are signed with.</summary>
    public string EnvelopeAlgorithm { get; set; } = "";

    /// <summary>
    /// A file with its public key for encryption: a JWK, or a certificate in PEM with those above it. Empty where it registered none, and
    /// envelopes are signed but not encrypted. Read at each delivery.
    /// </summary>
    public string EncryptionKeyFile { get; set; } = "";

    /// <summary>What encrypts the content: <c>SGD_SM4_GCM</c> or <c>A256GCM</c>; empty for what is usual with its kind of key.</summary>
    public string ContentEncryption { get; set; } = "";

    /// <summary>What its receipts may be signed with.</summary>
    public IList<string> ReceiptAlgorithms { get; } = [];
}
