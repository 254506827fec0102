using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Alerts;
using CrossBorder.Federation.Alerts.Conditions;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Storage.Stores;
using CrossBorder.Federation.Tests.Trust;
using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CrossBorder.Federation.Tests.Alerts;

/// <summary>From a condition to its alert and back, on both databases, over channels that the test holds.</summary>
public sealed class AlertTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly Found found = new();
    private readonly Channel mail = new("email");
    private readonly Channel hook = new("webhook:soc");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static AlertCondition Ends(string subject = "f:30") =>
        new(AlertKind.CertificateEnds, subject, NoticeSeverity.Warning, "Alpha", "2026-05-20", "19");

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task A_condition_is_raised_once_however_often_it_is_seen_and_ends_by_itself(string database)
    {
        await using var desk = await TrustDesk.OpenAsync(database, clock);
        found.Conditions.Add(Ends());
        await LookAsync(desk);
        clock.Advance(TimeSpan.FromMinutes(1));
        await LookAsync(desk);

        var alert = Assert.Single(await AllAsync(desk));
        Assert.Null(alert.ResolvedAt);
        Assert.Equal(TimeSpan.FromMinutes(1), alert.LastSeen - alert.RaisedAt);

        found.Conditions.Clear();
        await LookAsync(desk);
        Assert.Equal(clock.GetUtcNow(), Assert.Single(await AllAsync(desk)).ResolvedAt);

        // Once more, it is another alert.
        found.Conditions.Add(Ends());
        await LookAsync(desk);
        Assert.Equal(2, (await AllAsync(desk)).Count);
    }

    [Fact]
    public async Task Where_conditions_cannot_be_looked_at_nothing_is_taken_for_over()
    {
        await using var desk = await TrustDesk.OpenAsync("SQLite", clock);
        found.Conditions.Add(Ends());
        await LookAsync(desk);
        found.Broken = true;
        await LookAsync(desk);
        Assert.Null(Assert.Single(await AllAsync(desk)).ResolvedAt);
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task Every_channel_is_told_of_the_beginning_and_of_the_end_and_of_neither_twice(string database)
    {
        await using var desk = await TrustDesk.OpenAsync(database, clock);
        found.Conditions.Add(Ends());
        await LookAsync(desk);
        await SendAsync(desk);
        await SendAsync(desk);
        found.Conditions.Clear();
        await LookAsync(desk);
        await SendAsync(desk);

        foreach (var channel in new[] { mail, hook })
            Assert.Equal([NoticeEvent.Raised, NoticeEvent.Resolved], channel.Told.Select(notice => notice.Event));
        Assert.Equal("“Alpha” ends on 2026-05-20, in 19 days", mail.Told[0].Text.En);
    }

    [Fact]
    public async Task A_channel_that_is_down_keeps_no_other_waiting_is_tried_again_and_becomes_an_alert_that_the_others_tell()
    {
        await using var desk = await TrustDesk.OpenAsync("SQLite", clock);
        mail.IsDown = true;
        found.Conditions.Add(Ends());
        await LookAsync(desk);
        for (var minutes = 0; minutes < 10; minutes++)
        {
            await SendAsync(desk);
            await LookAsync(desk);
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        await SendAsync(desk);
        Assert.Equal([AlertKind.CertificateEnds, AlertKind.ChannelDown], hook.Told.Select(notice => Enum.Parse<AlertKind>(notice.Kind)));
        Assert.Contains("CB4022", hook.Told[1].Text.En, StringComparison.Ordinal);
        // At once, then after one, two and four minutes.
        Assert.Equal(4, mail.Attempts);

        mail.IsDown = false;
        clock.Advance(TimeSpan.FromHours(1));
        await SendAsync(desk);
        await LookAsync(desk);
        Assert.Equal("CertificateEnds", Assert.Single(mail.Told).Kind);
        Assert.NotNull((await AllAsync(desk)).Single(alert => alert.Kind == AlertKind.ChannelDown).ResolvedAt);
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task The_end_of_an_alert_is_never_told_before_its_beginning(string database)
    {
        await using var desk = await TrustDesk.OpenAsync(database, clock);
        mail.IsDown = true;
        found.Conditions.Add(Ends());
        await LookAsync(desk);
        await SendAsync(desk);
        mail.IsDown = false;
        found.Conditions.Clear();
        await LookAsync(desk);
        await SendAsync(desk);
        Assert.Empty(mail.Told);

        clock.Advance(TimeSpan.FromMinutes(2));
        await SendAsync(desk);
        await SendAsync(desk);
        Assert.Equal([NoticeEvent.Raised, NoticeEvent.Resolved], mail.Told.Select(notice => notice.Event));
    }

    [Fact]
    public async Task A_channel_that_breaks_is_a_channel_that_is_down()
    {
        await using var desk = await TrustDesk.OpenAsync("SQLite", clock);
        mail.Breaks = true;
        found.Conditions.Add(Ends());
        await LookAsync(desk);
        await SendAsync(desk);

        var notice = await desk.UseAsync<HubDbContext, AlertNotice>(context => context.Set<AlertNotice>().AsNoTracking().SingleAsync(notice => notice.Channel == "email", Stop));
        Assert.Equal(("CB4022", 1), (notice.LastFault, notice.Attempts));
        Assert.Single(hook.Told);
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task One_node_at_a_time_has_the_lease_and_another_takes_it_when_it_is_over(string database)
    {
        await using var desk = await TrustDesk.OpenAsync(database, clock);
        async Task<bool> TakeAsync(HubNode node) => await desk.UseAsync<HubDbContext, bool>(context =>
            new NodeLeases(context, node, clock).TryTakeAsync("alerts", TimeSpan.FromMinutes(3), Stop));
        var (one, other) = (new HubNode(), new HubNode());

        Assert.True(await TakeAsync(one));
        Assert.False(await TakeAsync(other));
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.True(await TakeAsync(one));
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.False(await TakeAsync(other));
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.True(await TakeAsync(other));
        Assert.False(await TakeAsync(one));
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task Nodes_that_both_take_themselves_for_the_one_that_looks_raise_one_alert(string database)
    {
        await using var desk = await TrustDesk.OpenAsync(database, clock);
        found.Conditions.Add(Ends());
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => LookAsync(desk), Stop)));
        await LookAsync(desk);
        Assert.Single(await AllAsync(desk));
        Assert.Single(await desk.UseAsync<HubDbContext, List<AlertNotice>>(context => context.Set<AlertNotice>().Where(notice => notice.Channel == "email").ToListAsync(Stop)));
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task An_officer_who_acknowledges_while_the_hub_looks_costs_neither_their_step_nor_a_new_alert(string database)
    {
        await using var desk = await TrustDesk.OpenAsync(database, clock);
        found.Conditions.Add(Ends());
        await LookAsync(desk);
        found.Conditions.Add(Ends("another:30"));
        clock.Advance(TimeSpan.FromMinutes(1));

        await LookAsync(desk, () => desk.UseAsync<HubDbContext, int>(async context =>
        {
            var first = await context.Set<Alert>().SingleAsync(alert => alert.Subject == "f:30", Stop);
            Assert.True(first.Acknowledge("officer-a", clock.GetUtcNow()).Succeeded);
            return await context.SaveChangesAsync(Stop);
        }));

        var all = await AllAsync(desk);
        Assert.Equal(2, all.Count);
        Assert.Equal("officer-a", all[0].AcknowledgedBy);
        Assert.Equal(clock.GetUtcNow(), all[0].LastSeen);
        // Being seen again is no step: an officer who looked a minute ago may still act.
        Assert.Equal(1, all[0].Version);
    }

    [Fact]
    public void An_alert_is_acknowledged_once_and_not_after_its_end_CB6141()
    {
        var alert = Alert.Raise(Ends(), clock.GetUtcNow());
        Assert.True(alert.Acknowledge("officer-a", clock.GetUtcNow()).Succeeded);
        Assert.Equal("CB6141", alert.Acknowledge("officer-b", clock.GetUtcNow()).Error.Code);
        Assert.Equal("officer-a", alert.AcknowledgedBy);

        var over = Alert.Raise(Ends(), clock.GetUtcNow());
        over.Resolve(clock.GetUtcNow());
        Assert.Equal("CB6141", over.Acknowledge("officer-a", clock.GetUtcNow()).Error.Code);
    }

    [Fact]
    public async Task An_emergency_is_an_alert_until_another_officer_has_reviewed_it()
    {
        await using var desk = await TrustDesk.OpenAsync("SQLite", clock);
        var change = (await desk.AsOfficerAsync(trust => trust.RevokeNowAsync(new string('a', 43), "The key was stolen last night.", "officer-a", Stop))).Value;
        var condition = Assert.Single(await ChangesAsync(desk));
        Assert.Equal((AlertKind.EmergencyUnreviewed, NoticeSeverity.Critical), (condition.Kind, condition.Severity));

        await desk.AsOfficerAsync(trust => trust.ConfirmAsync(change.Id, "officer-b", Stop));
        Assert.Empty(await ChangesAsync(desk));
    }

    [Fact]
    public async Task A_window_of_confirmation_is_an_alert_in_its_last_hour()
    {
        await using var desk = await TrustDesk.OpenAsync("SQLite", clock);
        var proposal = new TrustProposal(TrustChangeKind.Suspend, new string('a', 43), "A partner asked for it by telephone.", ConfirmWithin: TimeSpan.FromHours(4));
        var change = (await desk.AsOfficerAsync(trust => trust.ProposeAsync(proposal, "officer-a", Stop))).Value;
        await desk.AsOfficerAsync(trust => trust.ApproveAsync(change.Id, "officer-b", Stop));
        await desk.LookAsync();
        Assert.Empty(await ChangesAsync(desk));

        clock.Advance(TimeSpan.FromMinutes(190));
        Assert.Equal(AlertKind.ConfirmationDue, Assert.Single(await ChangesAsync(desk)).Kind);
    }

    [Fact]
    public void Every_kind_has_a_sentence_in_three_languages()
    {
        foreach (var kind in Enum.GetValues<AlertKind>())
        {
            var text = AlertText.Of(Alert.Raise(new AlertCondition(kind, "s", NoticeSeverity.Warning, "one", "two", "three", "four"), clock.GetUtcNow()));
            foreach (var language in new[] { text.Hant, text.Hans, text.En })
                Assert.True(language.Contains("one", StringComparison.Ordinal) && !language.Contains('{'), language);
        }
    }

    private Task<IReadOnlyList<AlertCondition>> ChangesAsync(TrustDesk desk) =>
        desk.UseAsync<ITrustChanges, IReadOnlyList<AlertCondition>>(changes => new ChangeConditions(changes).FindAsync(clock.GetUtcNow(), Stop));

    /// <param name="meanwhile">Happens once, between the look at open alerts and the storing of what was found.</param>
    private Task<int> LookAsync(TrustDesk desk, Func<Task>? meanwhile = null) => desk.UseAsync<HubDbContext, int>(async context =>
    {
        var store = new AlertStore(context);
        var channels = new Channels(mail, hook) { Meanwhile = meanwhile };
        await new AlertEvaluator([found, new ChannelConditions(store, channels)], store, channels, clock, NullLogger<AlertEvaluator>.Instance).LookAsync(Stop);
        return 0;
    });

    private Task SendAsync(TrustDesk desk) => new AlertSender(
        new Channels(mail, hook), new DeskScopes(desk), clock, NullLogger<AlertSender>.Instance).SendAsync(Stop);

    private static Task<List<Alert>> AllAsync(TrustDesk desk) =>
        desk.UseAsync<HubDbContext, List<Alert>>(context => context.Set<Alert>().AsNoTracking().OrderBy(alert => alert.RaisedAt).ToListAsync(Stop));

    private sealed class Found : IAlertConditions
    {
        public List<AlertCondition> Conditions { get; } = [];

        public bool Broken { get; set; }

        public IReadOnlySet<AlertKind> Kinds { get; } = new HashSet<AlertKind> { AlertKind.CertificateEnds };

        public Task<IReadOnlyList<AlertCondition>> FindAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
            Broken ? throw new TimeoutException() : Task.FromResult<IReadOnlyList<AlertCondition>>([.. Conditions]);
    }

    private sealed class Channel(string name) : INotifier
    {
        public string Name => name;

        public bool IsDown { get; set; }

        public bool Breaks { get; set; }

        public int Attempts { get; private set; }

        public List<Notice> Told { get; } = [];

        public bool Wants(NoticeSeverity severity) => true;

        public Task<Outcome<bool>> SendAsync(Notice notice, CancellationToken cancellationToken)
        {
            Attempts++;
            if (Breaks)
                throw new UnauthorizedAccessException();
            if (IsDown)
                return Task.FromResult<Outcome<bool>>(ErrorCatalogue.NotifierUnreachable.With("Down."));
            Told.Add(notice);
            return Task.FromResult<Outcome<bool>>(true);
        }
    }

    private sealed class Channels(params INotifier[] channels) : INotifiers
    {
        public Func<Task>? Meanwhile { get; set; }

        public IReadOnlyList<INotifier> All
        {
            get
            {
                var now = Meanwhile;
                Meanwhile = null;
                Task.Run(() => now?.Invoke() ?? Task.CompletedTask, Stop).GetAwaiter().GetResult();
                return channels;
            }
        }
    }

    /// <summary>Scopes of the desk, with the alerts' own services in them.</summary>
    private sealed class DeskScopes(TrustDesk desk) : IServiceScopeFactory
    {
        public IServiceScope CreateScope() => new Scope(desk.NewScope());

        private sealed class Scope(IServiceScope inner) : IServiceScope, IServiceProvider
        {
            public IServiceProvider ServiceProvider => this;

            public object? GetService(Type serviceType) => serviceType == typeof(IAlerts)
                ? new AlertStore(inner.ServiceProvider.GetRequiredService<HubDbContext>())
                : inner.ServiceProvider.GetService(serviceType);

            public void Dispose() => inner.Dispose();
        }
    }
}
