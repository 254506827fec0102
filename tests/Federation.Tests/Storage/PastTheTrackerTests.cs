using System.Data.Common;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Clock;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Materials;
using CrossBorder.Federation.Applications.Supplements;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Storage.Grouped;
using CrossBorder.Federation.Storage.Prepared;
using CrossBorder.Federation.Tests.Applications;
using CrossBorder.Federation.Trust.Records;
using CrossBorder.Verification.Checks;
using CrossBorder.Verification.Trust;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CrossBorder.Federation.Tests.Storage;

/// <summary>What is written past the change tracker lies in the database exactly as the change tracker would have written it.</summary>
public sealed class PastTheTrackerTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private static readonly DateTimeOffset At = new(2026, 3, 4, 5, 6, 7, 890, TimeSpan.FromHours(8));
    private static readonly DateOnly Day = new(2026, 3, 4);

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task Every_column_holds_the_same_as_if_it_had_been_tracked(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false);
        await UploadAsync(desk);
        // Twice past the tracker: the second time the statements are read already.
        foreach (var (number, sparse) in new[] { ("a", false), ("b", false), ("c", true), ("d", true) })
        {
            if (number is "a" or "c")
                await TrackAsync(desk, number, sparse);
            else
                await StageAsync(desk, number, sparse);
        }

        await desk.UseAsync<HubDbContext, bool>(async context =>
        {
            foreach (var type in Everything("a", sparse: false).Select(row => context.Model.FindEntityType(row.GetType())!))
            {
                await SameAsync(context, type, "a", "b");
                await SameAsync(context, type, "c", "d");
            }

            return true;
        });
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task A_group_that_fails_leaves_nothing_behind_and_the_writer_writes_on(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false);
        await UploadAsync(desk);
        await StageAsync(desk, "a", sparse: false);

        var twice = await Assert.ThrowsAnyAsync<DbException>(() => StageAsync(desk, "b", sparse: false, and: new IdempotencyKey
        {
            Id = "key-a", BodyHash = "body", ApplicationId = "case-b", CreatedAt = At,
        }));
        await StageAsync(desk, "d", sparse: false);

        Assert.NotEmpty(twice.Message);
        Assert.Equal(["case-a", "case-d"], await desk.UseAsync<HubDbContext, List<string>>(context =>
            context.Set<Application>().OrderBy(row => row.Id).Select(row => row.Id).ToListAsync()));
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task A_case_is_taken_and_moved_alone_and_one_that_was_taken_back_stays_so(string database)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, database, worker: false);
        await UploadAsync(desk);
        await TrackAsync(desk, "a", sparse: false);
        await TrackAsync(desk, "b", sparse: false);

        var changed = await desk.UseAsync<HubDbContext, List<int>>(async context =>
        {
            var statements = HubStatements.Of(context);
            Task<int> MoveAsync(ApplicationStatus to) => statements.Moved.With(to, "case-a", ApplicationStatus.Withdrawn).RunAsync(context, default);
            return
            [
                await statements.Taken.With("case-a").RunAsync(context, default),
                await MoveAsync(ApplicationStatus.Accepted), await MoveAsync(ApplicationStatus.Accepted),
                await statements.Case.With(ApplicationStatus.Withdrawn, "case-a").RunAsync(context, default),
                await MoveAsync(ApplicationStatus.Accepted),
            ];
        });

        Assert.Equal([1, 1, 0, 1, 0], changed);
        var rows = await desk.UseAsync<HubDbContext, List<Application>>(context => context.Set<Application>().AsNoTracking().OrderBy(row => row.Id).ToListAsync());
        Assert.Equal([(4, ApplicationStatus.Withdrawn), (3, ApplicationStatus.InProgress)], rows.Select(row => (row.Revision, row.Status)));
    }

    /// <summary>What the uses name: a use names an upload that is there.</summary>
    private static Task<int> UploadAsync(ApplicationsDesk desk) => desk.UseAsync<HubDbContext, int>(context =>
    {
        context.AddRange(new[] { "a", "b", "c", "d" }.Select(number => new Material
        {
            Id = "upload-" + number, ResidentId = "resident", Slug = "photo", MediaType = "application/pdf", Digest = "sha256:00", Length = 1, UploadedAt = At,
        }));
        return context.SaveChangesAsync();
    });

    private static Task<int> TrackAsync(ApplicationsDesk desk, string number, bool sparse) => desk.UseAsync<HubDbContext, int>(context =>
    {
        context.AddRange(Everything(number, sparse));
        return context.SaveChangesAsync();
    });

    private static Task<bool> StageAsync(ApplicationsDesk desk, string number, bool sparse, object? and = null) =>
        desk.Services.GetRequiredService<GroupedWrites>().WriteAsync(number, services =>
        {
            var staged = services.GetRequiredService<StagedStatements>();
            foreach (var row in Everything(number, sparse))
                staged.Add(row);
            if (and is not null)
                staged.Add(and);
            return Task.FromResult(true);
        }, TestContext.Current.CancellationToken);

    /// <summary>All rows that an application and its receipt write, with something in each column, or with nothing where that may be.</summary>
    private static IReadOnlyList<object> Everything(string number, bool sparse) =>
    [
        new Application
        {
            Id = "case-" + number, CaseNumber = "CB-" + number, ResidentId = "resident", EntryCode = "gd-si-001", CatalogueVersion = "1", Status = ApplicationStatus.InProgress,
            SubmittedAt = At, Content = "內容", Assertion = "assertion", VerifiedAt = At, HomePolicy = "{}", Consent = "[]", Revision = 3,
            ClientId = sparse ? null : "client", Concerns = sparse ? null : "CB-other", TrustPath = sparse ? null : "path", Commitments = sparse ? null : "[\"jws\"]",
            SigningId = sparse ? null : "signing-" + number, Signing = sparse ? null : "{\"proof\":1}",
            AgentId = sparse ? null : "agent", MandateId = sparse ? null : "mandate", FiledBy = sparse ? null : "{\"name\":\"陳\"}",
        },
        new Delivery
        {
            Id = "delivery-" + number, ApplicationId = "case-" + number, Department = "gd-hrss", Item = "gd-si-001", Kind = DeliveryKind.Supplement, Status = DeliveryStatus.Accepted,
            Payload = "{\"id\":1}", QueuedAt = At, DueAt = At, Attempts = 2, Handed = !sparse,
            Told = sparse ? null : DepartmentEventStatus.ActionNeeded, Sequence = sparse ? null : 7, ForwardedFrom = sparse ? null : "delivery-x",
            After = sparse ? null : "delivery-y delivery-z", Envelope = sparse ? null : "envelope", EnvelopeKey = sparse ? null : "key",
            SignedAt = sparse ? null : At, LeaseOwner = sparse ? null : "node", LeasedUntil = sparse ? null : At, LastFault = sparse ? null : "CB4001",
            Withdraws = sparse ? null : "delivery-w", Supplements = sparse ? null : "delivery-v",
        },
        new DeliveryClock
        {
            DeliveryId = "delivery-" + number, ApplicationId = "case-" + number, Department = "gd-hrss", ReceivedOn = Day, AnswerBy = Day, FirstDecideBy = Day, DecideBy = Day.AddDays(1),
            Decided = !sparse, Told = sparse ? ClockWarnings.None : ClockWarnings.DueSoon | ClockWarnings.Overdue,
            AnsweredOn = sparse ? null : Day, StoppedOn = sparse ? null : Day, EndedOn = sparse ? null : Day, LooksOn = sparse ? null : Day,
        },
        new DeferredMaterial { ApplicationId = "case-" + number, Slug = "photo", DueOn = Day, HandedInAt = sparse ? null : At, Warned = sparse ? null : -1, LooksOn = sparse ? null : Day },
        new MaterialUse { MaterialId = "upload-" + number, ApplicationId = "case-" + number },
        new CaseEvent { ApplicationId = "case-" + number, At = At, Hop = "hub", Event = "submitted", Reason = sparse ? null : "原因", ForwardedTo = sparse ? null : "gd-tax" },
        new IdempotencyKey { Id = "key-" + number, BodyHash = "hash", ApplicationId = "case-" + number, CreatedAt = At },
        new Receipt
        {
            DeliveryId = "delivery-" + number, Compact = "receipt", Accepted = !sparse, Reference = "REF", ReceivedAt = At, VerifiedAt = At, TrustPath = sparse ? null : "path",
        },
        new TrustRecord
        {
            Id = Guid.CreateVersion7(At), At = At, Hour = At, Purpose = TrustPurpose.ReceiptSigning, Party = "party", Path = "path", Algorithm = "ES256", Type = "type", Node = "node",
            KeyId = sparse ? null : "key", ClientId = sparse ? null : "client", SessionId = sparse ? null : "session",
            ApplicationId = "case-" + number, DeliveryId = sparse ? null : "delivery-" + number,
        },
        new AuditEntry { At = At, Kind = "kind", ActorKind = "hub", SubjectReference = "case-" + number, Details = "{}", TraceId = sparse ? null : "trace" },
    ];

    private static async Task SameAsync(HubDbContext context, IEntityType type, string tracked, string staged)
    {
        var (one, other) = (await RowAsync(context, type, tracked), await RowAsync(context, type, staged));
        foreach (var column in type.GetProperties())
        {
            var name = column.GetColumnName();
            var (expected, actual) = (one[name], other[name]);
            Assert.True(expected.GetType() == actual.GetType(), $"{type.GetTableName()}.{name} is {actual.GetType()} instead of {expected.GetType()}.");
            if (column.ValueGenerated == ValueGenerated.Never || column.ClrType == typeof(string))
                Assert.Equal(Comparable(context, type, column, expected, tracked), Comparable(context, type, column, actual, staged));
        }
    }

    /// <summary>What is sealed is opened, for no two seals are alike; numbers of the two cases count as the same.</summary>
    private static object Comparable(HubDbContext context, IEntityType type, IProperty column, object value, string number) => value switch
    {
        byte[] bytes when column.ClrType == typeof(string) => context.Protector.Unprotect($"{type.GetTableName()}.{column.Name}", bytes),
        string text when text.EndsWith("-" + number, StringComparison.Ordinal) => text[..^number.Length],
        _ when column.IsPrimaryKey() && column.ClrType == typeof(Guid) => "",
        _ => value,
    };

    private static async Task<Dictionary<string, object>> RowAsync(HubDbContext context, IEntityType type, string number)
    {
        var (key, prefix) = type.ClrType.Name switch
        {
            nameof(Application) => ("Id", "case-"),
            nameof(Delivery) => ("Id", "delivery-"),
            nameof(IdempotencyKey) => ("Id", "key-"),
            nameof(DeliveryClock) or nameof(Receipt) => ("DeliveryId", "delivery-"),
            nameof(AuditEntry) => ("SubjectReference", "case-"),
            _ => ("ApplicationId", "case-"),
        };
        await context.Database.OpenConnectionAsync();
        await using var command = context.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Names of the model and of this file.
        command.CommandText = $"SELECT * FROM \"{type.GetTableName()}\" WHERE \"{key}\" = '{prefix}{number}'";
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        Assert.True(await reader.ReadAsync());
        return Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, reader.GetValue);
    }
}
