using System.Text.Json.Nodes;
using CrossBorder.Verification.Audit;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Tests.Pki;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Verification.Tests.Audit;

/// <summary>A log of ten entries with checkpoints over four and eight of them, each signed with SM2 and with RSA.</summary>
internal sealed class AuditLogFixture
{
    public const string Origin = "http://localhost:5080/";
    private readonly Place guangdong = new("Guangdong", Jurisdiction.Guangdong, AlgorithmCatalogue.Sm2, AlgorithmCatalogue.Sm2, TrustPurpose.HubSigning);

    public AuditLogFixture(LogHash? hash = null)
    {
        Hash = hash ?? LogHash.Sm3;
        Sm2 = Signer(AlgorithmCatalogue.Sm2);
        Rsa = Signer(AlgorithmCatalogue.PS256);
        var chain = new AuditChain(Hash);
        for (var number = 0; number < 10; number++)
        {
            Entries.Add(chain.Append(Entry(number)));
            if (number % 4 == 3)
                Checkpoints.AddRange(Signed(chain));
        }
    }

    public LogHash Hash { get; }

    /// <summary>What its keeper counts, whatever the entries are.</summary>
    public long Size { get; set; } = 10;

    public SoftwareSigningKey Sm2 { get; }

    public SoftwareSigningKey Rsa { get; }

    public List<LinkedRecord> Entries { get; } = [];

    public List<string> Checkpoints { get; } = [];

    public TrustList Trust => new([guangdong.Anchor]);

    public AuditContents Contents => new()
    {
        Origin = Origin,
        Hash = Hash,
        Size = Size,
        Entries = Entries,
        Checkpoints = Checkpoints,
        Intermediates = [guangdong.Issuing.Certificate],
        RevocationAnswers = new RevocationAnswers(guangdong.Lists),
    };

    public AuditReport Verify() => AuditVerifier.Verify(Contents, Trust);

    public void Revoke(SoftwareSigningKey key) => guangdong.Issuing.Revoke(key.Chain[0], Clock.Start.AddHours(1));

    public SoftwareSigningKey Signer(SignatureAlgorithm algorithm, string uri = Origin) =>
        guangdong.Signer(algorithm, new LeafRequest { Purpose = TrustPurpose.HubSigning, Uri = uri });

    public static AuditRecord Entry(int number) => new()
    {
        Sequence = 0,
        Previous = "",
        At = Clock.Start.AddSeconds(number),
        Kind = "link.confirmed",
        Actor = "resident",
        Subject = $"subject-{number}",
        Details = new Dictionary<string, string> { ["z"] = "後", ["a"] = "\"quoted\"\n" },
        TraceId = number % 2 == 0 ? "0af7651916cd43dd8448eb211c80319c" : null,
    };

    /// <summary>The file, to be spoilt.</summary>
    public async Task<JsonObject> ExportAsync()
    {
        using var file = new MemoryStream();
        await AuditExport.WriteAsync(Contents, file, CancellationToken.None);
        return JsonNode.Parse(file.ToArray())!.AsObject();
    }

    public Checkpoint CheckpointOf(AuditChain chain) =>
        new() { Origin = Origin, Size = chain.Size, Root = Hash.Write(chain.Root), At = Clock.Start.AddMinutes(chain.Size) };

    private IEnumerable<string> Signed(AuditChain chain) => [CheckpointOf(chain).Sign(Sm2), CheckpointOf(chain).Sign(Rsa)];
}
