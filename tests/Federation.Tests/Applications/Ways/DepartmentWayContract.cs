using System.Text;
using System.Text.Json;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Storage;
using CrossBorder.Testing;
using CrossBorder.Verification.Crypto.Encryption;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CrossBorder.Federation.Tests.Applications.Ways;

/// <summary>What a department may rely on, whichever way its envelopes come: signed, and encrypted for a key of each kind. A new way inherits these tests.</summary>
public abstract class DepartmentWayContract(DepartmentsRunning departments)
{
    protected const string Slug = "gd-mhsa";
    private const string Item = "gd-mi-003";

    private protected DepartmentsRunning Departments => departments;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected abstract Task<DepartmentWay> OpenAsync(string encryptionKeyFile);

    [Theory, InlineData(""), InlineData("SGD_SM2_3"), InlineData("RSA-OAEP-256"), InlineData("ECDH-ES")]
    public async Task The_signed_envelope_arrives_and_its_receipt_concludes_the_delivery(string encryption)
    {
        using var key = new RegisteredKey(encryption);
        await using var way = await OpenAsync(key.File);
        var filed = await FileAsync(way);

        var envelope = key.Open(await way.TakeAsync(Stop));
        await way.SignAsync(Receipt(envelope), Stop);
        var view = await way.Desk.UntilAsync(filed.CaseNumber, view => view.Status == ApplicationStatus.Accepted);

        Assert.Equal(await StoredAsync(way, filed.Deliveries[0].Id), envelope);
        Assert.NotNull(view.Deliveries[0].Receipt);
    }

    [Theory, InlineData(""), InlineData("SGD_SM2_3")]
    public async Task What_is_not_signed_for_comes_again_with_the_same_id_and_the_same_signed_bytes(string encryption)
    {
        using var key = new RegisteredKey(encryption);
        await using var way = await OpenAsync(key.File);
        var filed = await FileAsync(way);

        var first = key.Open(await way.TakeAsync(Stop));
        await way.LeaveAsync(Stop);
        var second = key.Open(await way.TakeAsync(Stop));
        await way.SignAsync(Receipt(second), Stop);

        Assert.Equal(first, second);
        await way.Desk.UntilAsync(filed.CaseNumber, view => view.Status == ApplicationStatus.Accepted);
    }

    [Theory, InlineData(""), InlineData("SGD_SM2_3")]
    public async Task A_receipt_over_other_bytes_is_none(string encryption)
    {
        using var key = new RegisteredKey(encryption);
        await using var way = await OpenAsync(key.File);
        var filed = await FileAsync(way);

        var envelope = key.Open(await way.TakeAsync(Stop));
        await way.SignAsync(Receipt(envelope, over: envelope + "."), Stop);
        var told = await way.Desk.UntilAsync(filed.CaseNumber, view => view.Timeline.Any(line => line.Event == CaseEvents.ReceiptRefused));

        Assert.Equal((DeliveryStatus.Queued, null), (told.Deliveries[0].Status, told.Deliveries[0].Receipt));
    }

    [Fact]
    public async Task A_rejection_is_a_receipt_and_the_first_receipt_stands()
    {
        using var key = new RegisteredKey("");
        await using var way = await OpenAsync(key.File);
        var filed = await FileAsync(way);

        var envelope = key.Open(await way.TakeAsync(Stop));
        await way.SignAsync(Receipt(envelope, "rejected"), Stop);
        await way.Desk.UntilAsync(filed.CaseNumber, view => view.Status == ApplicationStatus.Rejected);
        await way.SignAsync(Receipt(envelope), Stop);
        // What comes after it by the same way has been dealt with after it.
        var next = await FileAsync(way);
        await way.SignAsync(Receipt(key.Open(await way.TakeAsync(Stop))), Stop);
        await way.Desk.UntilAsync(next.CaseNumber, view => view.Status == ApplicationStatus.Accepted);

        Assert.Equal(ApplicationStatus.Rejected, (await way.Desk.CaseAsync(filed.CaseNumber)).Status);
    }

    [Theory, InlineData(""), InlineData("SGD_SM2_3")]
    public async Task The_notice_of_a_withdrawal_comes_the_same_way(string encryption)
    {
        using var key = new RegisteredKey(encryption);
        await using var way = await OpenAsync(key.File);
        var filed = await FileAsync(way);
        await way.SignAsync(Receipt(key.Open(await way.TakeAsync(Stop))), Stop);
        await way.Desk.UntilAsync(filed.CaseNumber, view => view.Status == ApplicationStatus.Accepted);

        await way.Desk.UseAsync<ICases, Outcome<CaseView>>(cases => cases.WithdrawAsync("resident-r1", filed.CaseNumber, Stop));
        var notice = key.Open(await way.TakeAsync(Stop));
        await way.SignAsync(Receipt(notice), Stop);

        Assert.Equal(filed.Deliveries[0].Id, Payload(notice).GetProperty("withdraws").GetString());
        await way.Desk.UntilAsync(filed.CaseNumber, view => view.Timeline.Any(line => line.Event == CaseEvents.WithdrawalReceived));
    }

    private static async Task<CaseView> FileAsync(DepartmentWay way) =>
        (await way.Desk.SubmitAsync(Requests.Complete(Item, Guid.NewGuid().ToString("N")))).Value;

    private static Task<string> StoredAsync(DepartmentWay way, string id) => way.Desk.UseAsync<HubDbContext, string>(async context =>
        (await context.Set<Delivery>().AsNoTracking().SingleAsync(row => row.Id == id, Stop)).Envelope!);

    private static JsonElement Payload(string envelope) =>
        JsonDocument.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(envelope.Split('.')[1])).RootElement;

    private string Receipt(string envelope, string outcome = "accepted", string? over = null) => departments.Receipt(
        Slug, new Offered(Payload(envelope).GetProperty("id").GetString()!, over ?? envelope, default), outcome);
}

/// <summary>A hub, and a department at the other end of one way.</summary>
internal abstract class DepartmentWay(ApplicationsDesk desk) : IAsyncDisposable
{
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    public ApplicationsDesk Desk => desk;

    /// <summary>The next that comes, as it came.</summary>
    public abstract Task<string> TakeAsync(CancellationToken cancellationToken);

    /// <summary>Signs for what was taken last.</summary>
    public abstract Task SignAsync(string receipt, CancellationToken cancellationToken);

    /// <summary>Does not sign for what was taken last, and lets the time pass after which it comes again.</summary>
    public abstract Task LeaveAsync(CancellationToken cancellationToken);

    public virtual ValueTask DisposeAsync() => desk.DisposeAsync();

    /// <summary>As if pauses and leases were over.</summary>
    protected Task<int> PassTimeAsync(CancellationToken cancellationToken) => desk.UseAsync<HubDbContext, int>(context => context.Set<Delivery>()
        .ExecuteUpdateAsync(row => row.SetProperty(changed => changed.LeasedUntil, (DateTimeOffset?)null)
            .SetProperty(changed => changed.LeaseOwner, (string?)null).SetProperty(changed => changed.DueAt, changed => changed.QueuedAt), cancellationToken));
}

/// <summary>The key that the department registered, if it did, and what opens with it.</summary>
internal sealed class RegisteredKey : IDisposable
{
    private readonly SoftwareDecryptionKey? key;

    public RegisteredKey(string algorithm)
    {
        if (!EncryptionCatalogue.TryGetKeyManagement(algorithm, out var management))
            return;
        key = SoftwareDecryptionKey.Generate(management, "key-1");
        File = Path.GetTempFileName();
        System.IO.File.WriteAllText(File, key.PublicKey.ToJwk());
    }

    public string File { get; } = "";

    public string Open(string message) => key is null ? message : Encoding.ASCII.GetString(EncryptedContent.Decrypt(message, [key], new EncryptedContentPolicy
    {
        Type = "cross-border-application+jwe", ContentType = "cross-border-application+jws", KeyManagement = [key.Algorithm.Name],
        ContentEncryption = [.. EncryptionCatalogue.ContentEncryption.Select(encryption => encryption.Name)],
    }).Value.Payload.Span);

    public void Dispose()
    {
        key?.Dispose();
        if (File.Length > 0)
            System.IO.File.Delete(File);
    }
}
