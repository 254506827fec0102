using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Signing;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Applications.Submit;
using CrossBorder.Federation.Contacts;
using CrossBorder.Federation.OpenIdConnect.Logout;
using CrossBorder.Federation.SignIn;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Storage.Stores;
using CrossBorder.Federation.Tests.Applications;
using CrossBorder.Federation.Tests.Catalogue.Versions;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Testing;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Tests.Signing;

/// <summary>What a resident of the portal signed is filed by the hub, whether or not their page is still open.</summary>
public sealed class FiledBySignatureTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private const string ByStepUp = "gd-re-007", WithCommitments = "gd-el-006";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task What_was_signed_is_filed_once_though_the_page_and_two_nodes_file_it_at_the_same_moment(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false);
        var (request, signing) = await SignedAsync(desk, ByStepUp);

        var page = Task.Run(() => desk.SubmitAsync(request with { Signing = signing }), Stop);
        await Task.WhenAll(page, Task.Run(() => FileAsync(desk, signing), Stop), Task.Run(() => FileAsync(desk, signing), Stop));
        await Waiting.UntilAsync(() => SettledAsync(desk, signing), "it is settled", Stop);

        Assert.True((await page).Succeeded);
        Assert.Equal((await page).Value.CaseNumber, await CaseOfAsync(desk, signing));
        Assert.Single(await desk.UseAsync<ICases, IReadOnlyList<CaseView>>(cases => cases.ListAsync("resident-r1", Stop)));
        Assert.Empty(await NoticesAsync(desk));
    }

    [Fact]
    public async Task A_worker_looks_by_itself_and_files_what_nobody_comes_back_for()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        var (_, signing) = await SignedAsync(desk, ByStepUp);
        using var worker = ActivatorUtilities.CreateInstance<SigningWorker>(desk.Services);
        await worker.StartedAsync(Stop);

        await Waiting.UntilAsync(() => SettledAsync(desk, signing), "the worker files", Stop);

        Assert.NotNull(await CaseOfAsync(desk, signing));
        await worker.StopAsync(Stop);
    }

    [Fact]
    public async Task What_is_down_is_tried_again_until_it_is_up()
    {
        var keys = new KeysThatComeLater();
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false, more: services =>
        {
            keys.Later = services.Last(service => service.ServiceType == typeof(IHubSigners)).ImplementationInstance as IHubSigners;
            services.AddSingleton<IHubSigners>(keys);
        });
        var (_, signing) = await SignedAsync(desk, WithCommitments);

        await FileAsync(desk, signing); // CB6138
        Assert.Null(await CaseOfAsync(desk, signing));
        Assert.Equal(SigningState.Signed, (await RowAsync(desk, signing)).State);

        keys.Up = true;
        await FileAsync(desk, signing);
        Assert.NotNull(await CaseOfAsync(desk, signing));
    }

    [Fact]
    public async Task Where_the_time_is_over_or_the_sign_in_ended_the_resident_is_told_what_to_do_CB5179_CB5200()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        await WantMailAsync(desk);
        var (_, late) = await SignedAsync(desk, ByStepUp);
        var (_, left) = await SignedAsync(desk, ByStepUp);
        await ChangeAsync(desk, late, row => row.VerifiedAt = TimeProvider.System.GetUtcNow().AddMinutes(-31));
        await ChangeAsync(desk, left, row => row.SessionId = "over");

        await FileAsync(desk, late);
        await FileAsync(desk, left);

        Assert.Equal(("CB5179", SigningState.Failed), await EndOfAsync(desk, late));
        Assert.Equal(("CB5200", SigningState.Failed), await EndOfAsync(desk, left));
        var notices = await NoticesAsync(desk);
        Assert.Equal(new[] { late, left }.Order(), notices.Select(notice => notice.Unfiled).Order());
        var letter = Letters.Of(notices.Single(notice => notice.Unfiled == late), "taiman@example.test", "en", new Uri("https://hub.test/"));
        Assert.Contains("Sign once more", letter.Text, StringComparison.Ordinal);
        Assert.Contains("https://hub.test/sign/" + late, letter.Text, StringComparison.Ordinal);
        // And both stand under the cases until they are begun anew.
        Assert.Equal(2, (await UnfiledAsync(desk)).Count);
        await AgainAsync(desk, late);
        Assert.Equal(left, Assert.Single(await UnfiledAsync(desk)).Id);
    }

    [Fact]
    public async Task Where_the_page_files_while_the_worker_is_at_it_nobody_is_told_that_nothing_was_submitted()
    {
        // Between the first time that the worker asks whether there is a case, and the second.
        var page = new Meanwhile(question: 2);
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false, more: page.Add);
        await WantMailAsync(desk);
        var (request, signing) = await SignedAsync(desk, ByStepUp);
        page.Comes = async () => Assert.True((await desk.SubmitAsync(request with { Signing = signing })).Succeeded);

        await FileAsync(desk, signing);

        var row = await RowAsync(desk, signing);
        Assert.Equal((SigningState.Signed, null, null), (row.State, row.Refusal, row.NextLookAt));
        Assert.NotNull(await CaseOfAsync(desk, signing));
        Assert.Empty(await NoticesAsync(desk));
    }

    [Fact]
    public async Task Of_a_form_that_was_signed_twice_one_is_filed_and_of_the_other_nobody_is_told_that_nothing_was_submitted_CB5180()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        await WantMailAsync(desk);
        var (request, filed) = await SignedAsync(desk, ByStepUp);
        var twin = (await desk.UseAsync<SignApplication, Outcome<ApplicationSigning>>(sign => sign.BeginAsync(People.Applicant(), request, "en", Stop))).Value.Id;
        await SignAsync(desk, twin);

        await FileAsync(desk, filed);
        await FileAsync(desk, twin);

        Assert.NotNull(await CaseOfAsync(desk, filed));
        Assert.Equal(("CB5180", SigningState.Failed), await EndOfAsync(desk, twin));
        Assert.Empty(await NoticesAsync(desk));
        Assert.Empty(await UnfiledAsync(desk));
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task Who_was_asked_and_never_signed_finds_it_under_the_cases_unless_they_declined_CB5200(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false);
        var (_, asked) = await SignedAsync(desk, ByStepUp, "first");
        var (_, declined) = await SignedAsync(desk, ByStepUp, "second");
        var (_, open) = await SignedAsync(desk, ByStepUp, "third");
        await ChangeAsync(desk, asked, row => (row.State, row.ServiceReference, row.VerifiedAt, row.Proof, row.SessionId) = (SigningState.Asked, "asked", null, null, "over"));
        await ChangeAsync(desk, declined, row => (row.State, row.ServiceReference, row.VerifiedAt, row.Proof, row.Refusal) = (SigningState.Declined, "declined", null, null, "CB5178"));
        await ChangeAsync(desk, open, row => (row.State, row.VerifiedAt, row.Proof, row.Refusal) = (SigningState.Expired, null, null, "CB5179"));

        await FileAsync(desk, asked);

        Assert.Equal(("CB5200", SigningState.Failed), await EndOfAsync(desk, asked));
        Assert.Equal(asked, Assert.Single(await UnfiledAsync(desk)).Id);
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task Who_proves_more_meanwhile_is_signed_in_anew_and_what_they_signed_is_filed(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false);
        var (_, signing) = await SignedAsync(desk, ByStepUp);
        var (_, settled) = await SignedAsync(desk, ByStepUp, "settled");
        await ChangeAsync(desk, signing, row => row.SessionId = "before");
        await ChangeAsync(desk, settled, row => (row.SessionId, row.NextLookAt) = ("before", null));

        await using var scope = desk.Services.CreateAsyncScope();
        var held = scope.ServiceProvider.GetRequiredService<IApplicationSignings>();
        var read = (await held.FindAsync(signing, Stop))!;
        await desk.UseAsync<HubDbContext, bool>(async context =>
        {
            context.AddRange(SignedIn("before"), SignedIn("session-r1"));
            await context.SaveChangesAsync(Stop);
            await new SessionStore(context, Options.Create(new BackChannelLogoutOptions()), TimeProvider.System).RenewAsync("before", "session-r1", Stop);
            return true;
        });

        // A worker that read it before does not end it by the sign-in that is over.
        (read.State, read.Version) = (SigningState.Failed, read.Version + 1);
        Assert.False(await held.TrySaveAsync(Stop));
        await FileAsync(desk, signing);
        Assert.NotNull(await CaseOfAsync(desk, signing));
        Assert.Equal("before", (await RowAsync(desk, settled)).SessionId);
    }

    [Fact]
    public async Task A_version_of_the_catalogue_ends_a_signing_only_where_it_changes_what_is_signed_CB5181()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        await desk.BeginAsync();
        var (_, unchanged) = await SignedAsync(desk, ByStepUp, "first");
        var (_, changed) = await SignedAsync(desk, ByStepUp, "second");

        await desk.OfferAsync(Edited.Catalogue("2027-01", catalogue => catalogue.Rename("gd-si-001", "Another item")));
        await FileAsync(desk, unchanged);
        var number = Assert.IsType<string>(await CaseOfAsync(desk, unchanged));
        Assert.Equal("2027-01", (await desk.CaseAsync(number)).CatalogueVersion);

        await desk.OfferAsync(Edited.Catalogue("2027-02", catalogue =>
        {
            catalogue.Item(ByStepUp)["answerWithin"] = 1;
            catalogue.Item(ByStepUp)["decideWithin"] = 3;
        }));
        await FileAsync(desk, changed);
        Assert.Equal(("CB5181", SigningState.Failed), await EndOfAsync(desk, changed));

        // Begun anew it is by what is in force, and can be filed.
        var again = (await AgainAsync(desk, changed)).Value;
        Assert.Equal((changed, "2027-02"), (again.Follows, again.CatalogueVersion));
        await SignAsync(desk, again.Id);
        await FileAsync(desk, again.Id);
        Assert.NotNull(await CaseOfAsync(desk, again.Id));
    }

    private static async Task<(SubmitApplication Request, string Signing)> SignedAsync(ApplicationsDesk desk, string item, string key = "key-1")
    {
        var request = await Uploads.CompleteAsync(desk, item) with { ClientId = null, IdempotencyKey = key };
        var begun = await desk.UseAsync<SignApplication, Outcome<ApplicationSigning>>(sign => sign.BeginAsync(People.Applicant(), request, "en", Stop));
        await SignAsync(desk, begun.Value.Id);
        return (request, begun.Value.Id);
    }

    private static Session SignedIn(string id)
    {
        var now = TimeProvider.System.GetUtcNow();
        return new()
        {
            Id = id, ResidentId = "resident-r1", Home = "hk", Assurance = AssuranceLevel.High.ToUrn(), Methods = "face", AuthenticatedAt = now, CreatedAt = now,
            ExpiresAt = now.AddDays(1), SeenAt = now, Identity = "{}", Assertion = "asserted",
        };
    }

    private static Task<int> WantMailAsync(ApplicationsDesk desk) => desk.UseAsync<HubDbContext, int>(context =>
    {
        context.Add(new ResidentContact { ResidentId = "resident-r1", Address = "taiman@example.test", Language = "en", ConfirmedAt = TimeProvider.System.GetUtcNow() });
        return context.SaveChangesAsync(Stop);
    });

    private static Task SignAsync(ApplicationsDesk desk, string id) => ChangeAsync(desk, id, row =>
    {
        var now = TimeProvider.System.GetUtcNow();
        var proof = new SigningProof(row.Id, row.Digest, row.Document, now) { Confirmation = "stated", Assertion = "asserted" };
        (row.State, row.Proof, row.VerifiedAt, row.NextLookAt) = (SigningState.Signed, proof.Write(), now, now.AddMinutes(-1));
    });

    private static async Task ChangeAsync(ApplicationsDesk desk, string id, Action<ApplicationSigning> change) =>
        Assert.True(await desk.UseAsync<IApplicationSignings, bool>(async signings =>
        {
            change((await signings.FindAsync(id, Stop))!);
            return await signings.TrySaveAsync(Stop);
        }));

    /// <summary>One look, as if its turn had come.</summary>
    private static async Task FileAsync(ApplicationsDesk desk, string id)
    {
        var now = TimeProvider.System.GetUtcNow();
        await desk.UseAsync<HubDbContext, int>(context => context.Set<ApplicationSigning>().Where(row => row.Id == id && row.NextLookAt != null)
            .ExecuteUpdateAsync(row => row.SetProperty(signing => signing.NextLookAt, now.AddMinutes(-1)), Stop));
        await desk.UseAsync<FileSigned, bool>(async file => { await file.RunAsync(id, Stop); return true; });
    }

    private static Task<Outcome<ApplicationSigning>> AgainAsync(ApplicationsDesk desk, string id) => desk.UseAsync<SignApplication, Outcome<ApplicationSigning>>(
        async sign => await sign.BeginAgainAsync(People.Applicant(), (await sign.FindAsync(People.Applicant(), id, Stop))!, "en", Stop));

    private static Task<ApplicationSigning> RowAsync(ApplicationsDesk desk, string id) =>
        desk.UseAsync<HubDbContext, ApplicationSigning>(context => context.Set<ApplicationSigning>().SingleAsync(row => row.Id == id, Stop));

    private static async Task<(string?, SigningState)> EndOfAsync(ApplicationsDesk desk, string id)
    {
        var row = await RowAsync(desk, id);
        return (row.Refusal, row.State);
    }

    private static async Task<bool> SettledAsync(ApplicationsDesk desk, string id)
    {
        if ((await RowAsync(desk, id)).NextLookAt is null)
            return true;
        await desk.UseAsync<FileSigned, bool>(async file => { await file.RunAsync(id, Stop); return true; });
        return false;
    }

    private static Task<string?> CaseOfAsync(ApplicationsDesk desk, string id) =>
        desk.UseAsync<IApplicationSignings, string?>(signings => signings.CaseOfAsync(id, Stop));

    private static Task<IReadOnlyList<ApplicationSigning>> UnfiledAsync(ApplicationsDesk desk) =>
        desk.UseAsync<IApplicationSignings, IReadOnlyList<ApplicationSigning>>(signings => signings.UnfiledAsync("resident-r1", Stop));

    private static Task<List<ResidentNotice>> NoticesAsync(ApplicationsDesk desk) =>
        desk.UseAsync<HubDbContext, List<ResidentNotice>>(context => context.Set<ResidentNotice>().ToListAsync(Stop));

    private sealed class KeysThatComeLater : IHubSigners
    {
        public bool Up { get; set; }

        public IHubSigners? Later { get; set; }

        public IReadOnlyList<ISigningKey> For(string use) => Up ? Later!.For(use) : [];

        public ISigningKey? Find(string use, string algorithm) => Up ? Later!.Find(use, algorithm) : null;
    }
}
