using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CrossBorder.Adapters.Notifications;
using CrossBorder.Adapters.Notifications.Email;
using CrossBorder.Adapters.Ports;
using CrossBorder.Testing.Mail;
using MimeKit;
using Xunit;

namespace CrossBorder.Adapters.Tests.Notifications;

/// <summary>Mail, against a server that really listens.</summary>
public sealed class EmailNotifierTests : NotifierContract, IAsyncDisposable
{
    private readonly SmtpSink sink = SmtpSink.Start();

    internal override IReadOnlyList<string> Received => [.. sink.Messages.Select(message => Read(message.Text).TextBody!)];

    internal override INotifier Notifier() => new EmailNotifier(Options(sink.Port, ("desk@hub.test", "en", NoticeSeverity.Warning)));

    internal override INotifier Unreachable() => new EmailNotifier(Options(1, ("desk@hub.test", "en", NoticeSeverity.Warning)));

    internal override void Refuse() => sink.RefusesWith = "550 no such person as somebody";

    [Fact]
    public async Task Everybody_reads_their_own_language_and_who_wants_the_worst_alone_gets_nothing_less()
    {
        var notifier = new EmailNotifier(Options(sink.Port, ("hk@hub.test", "zh-Hant", NoticeSeverity.Warning), ("gd@hub.test", "zh-Hans", NoticeSeverity.Critical)));

        Assert.True((await notifier.SendAsync(Notice with { Severity = NoticeSeverity.Warning }, Stop)).Succeeded);
        Assert.True((await notifier.SendAsync(Notice, Stop)).Succeeded);

        var read = sink.Messages.Select(message => (Assert.Single(message.Recipients), Read(message.Text).Subject!)).ToList();
        Assert.Equal(
            [
                ("hk@hub.test", "[警示: 注意] 「甲」將於 2026-05-08 到期"), ("hk@hub.test", "[警示: 緊急] 「甲」將於 2026-05-08 到期"),
                ("gd@hub.test", "[告警: 紧急] “甲”将于 2026-05-08 到期"),
            ], read);
    }

    [Fact]
    public async Task A_repetition_is_the_same_message_and_an_end_is_another()
    {
        var notifier = Notifier();
        await notifier.SendAsync(Notice, Stop);
        await notifier.SendAsync(Notice, Stop);
        await notifier.SendAsync(Notice with { Event = NoticeEvent.Resolved }, Stop);

        var ids = sink.Messages.Select(message => Read(message.Text).MessageId).ToList();
        Assert.Equal(ids[0], ids[1]);
        Assert.NotEqual(ids[0], ids[2]);
    }

    [Fact]
    public async Task A_server_without_TLS_is_sent_nothing_where_TLS_is_asked_for()
    {
        var options = Options(sink.Port, ("desk@hub.test", "en", NoticeSeverity.Warning));
        options.Tls = true;

        Assert.Equal("CB4022", (await new EmailNotifier(options).SendAsync(Notice, Stop)).Error.Code);
        Assert.Empty(sink.Messages);
    }

    [Fact]
    public async Task A_server_whose_certificate_nobody_vouches_for_is_sent_nothing()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        using var certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
        await using var stranger = SmtpSink.Start(certificate);
        var options = Options(stranger.Port, ("desk@hub.test", "en", NoticeSeverity.Warning));
        options.Tls = true;

        Assert.Equal("CB4023", (await new EmailNotifier(options).SendAsync(Notice, Stop)).Error.Code);
        Assert.Empty(stranger.Messages);
    }

    public ValueTask DisposeAsync() => sink.DisposeAsync();

    private static MimeMessage Read(string text) => MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), Stop);

    private static EmailOptions Options(int port, params (string Address, string Language, NoticeSeverity Least)[] recipients)
    {
        var options = new EmailOptions { Server = "127.0.0.1", Port = port, Tls = false, Sender = "hub@hub.test" };
        foreach (var (address, language, least) in recipients)
            options.Recipients.Add(new EmailRecipientOptions { Address = address, Language = language, Least = least });
        return options;
    }
}
