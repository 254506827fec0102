using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Adapters.Ports;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CrossBorder.Adapters.Tests.AccountDirectory;

/// <summary>Which answers of the registry are taken, and by which code the others are refused.</summary>
public sealed class DirectoryAnswerTests
{
    private static readonly DirectoryQuery Query = new("home_return_permit", "H12345678");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_that_holds_is_read()
    {
        await using var registry = await RegistryUnderTest.StartAsync(question => RegistryUnderTest.Send(RegistryUnderTest.Sign(question, Accounts())));

        var account = Assert.Single((await registry.AccountDirectory.FindAsync(Query, Stop)).Value);

        Assert.Equal(("GD1", "CHAN Tai Man", new DateOnly(1990, 1, 1)), (account.AccountId, account.LatinName, account.Birthdate));
    }

    public static TheoryData<string, string> Unverified => new()
    {
        { "unsigned", "CB4003" }, { "none", "CB4003" }, { "department", "CB4003" }, { "home", "CB4003" }, { "other-type", "CB4003" },
        { "other-question", "CB4003" }, { "stale", "CB4003" }, { "tampered", "CB4003" },
        { "no-accounts", "CB4004" }, { "no-account-id", "CB4004" }, { "birthdate", "CB4004" }, { "too-large", "CB4004" },
        { "400", "CB4005" }, { "503", "CB4002" },
    };

    [Theory]
    [MemberData(nameof(Unverified))]
    public async Task An_answer_that_does_not_hold_is_refused(string fault, string code)
    {
        await using var registry = await RegistryUnderTest.StartAsync(question => Faulty(fault, question));

        var answer = await registry.AccountDirectory.FindAsync(Query, Stop);

        Assert.Equal(code, answer.Error.Code);
    }

    [Fact]
    public async Task Holders_of_a_document_are_read_those_without_a_Chinese_name_too()
    {
        await using var registry = await RegistryUnderTest.StartAsync(question => RegistryUnderTest.Send(RegistryUnderTest.Sign(question, Holders())));

        var holders = (await registry.AccountDirectory.FindHoldersAsync(Query, Stop)).Value;

        Assert.Equal([new("CHAN Tai Man", "陈大文", new DateOnly(1990, 1, 1)), new("SMITH John", null, new DateOnly(1988, 2, 29))], holders);
    }

    [Fact]
    public async Task A_document_that_nobody_holds_is_an_answer()
    {
        await using var registry = await RegistryUnderTest.StartAsync(question =>
            RegistryUnderTest.Send(RegistryUnderTest.Sign(question, new JsonObject { ["holders"] = new JsonArray() })));

        Assert.Empty((await registry.AccountDirectory.FindHoldersAsync(Query, Stop)).Value);
    }

    public static TheoryData<string, string> FaultyHolders => new()
    {
        { "unsigned", "CB4003" }, { "department", "CB4003" }, { "other-question", "CB4003" }, { "stale", "CB4003" }, { "tampered", "CB4003" },
        { "no-holders", "CB4004" }, { "other-number", "CB4004" }, { "other-type", "CB4004" }, { "no-name", "CB4004" }, { "birthdate", "CB4004" },
        { "404", "CB4005" }, { "503", "CB4002" },
    };

    [Theory]
    [MemberData(nameof(FaultyHolders))]
    public async Task An_answer_about_holders_that_does_not_hold_is_refused(string fault, string code)
    {
        await using var registry = await RegistryUnderTest.StartAsync(question => FaultyHolder(fault, question));

        var answer = await registry.AccountDirectory.FindHoldersAsync(Query, Stop);

        Assert.Equal(code, answer.Error.Code);
    }

    [Fact]
    public async Task An_account_registered_under_another_document_is_refused_with_CB4004()
    {
        await using var registry = await RegistryUnderTest.StartAsync(question =>
            RegistryUnderTest.Send(RegistryUnderTest.Sign(question, new JsonObject { ["account"] = Account("H99999999") })));

        var answer = await registry.AccountDirectory.RegisterAsync(
            new DirectoryRegistration("r", "home_return_permit", "H12345678", "CHAN Tai Man", "陈大文", new DateOnly(1990, 1, 1), "M"), Stop);

        Assert.Equal("CB4004", answer.Error.Code);
    }

    [Fact]
    public async Task A_registry_that_listens_nowhere_is_unreachable_with_CB4002()
    {
        await using var services = RegistryUnderTest.Unreachable();
        var answer = await services.GetRequiredService<IAccountDirectory>().FindAsync(Query, Stop);
        Assert.Equal("CB4002", answer.Error.Code);
    }

    [Fact]
    public async Task A_licence_that_nobody_asked_for_is_left_out()
    {
        await using var registry = await RegistryUnderTest.StartAsync(question => RegistryUnderTest.Send(RegistryUnderTest.Sign(question, new JsonObject
        {
            ["licences"] = new JsonArray(
                new JsonObject { ["kind"] = "residence-permit", ["attributes"] = new JsonObject { ["address"] = "示範路1号" } },
                new JsonObject { ["kind"] = "marriage-certificate", ["attributes"] = new JsonObject() }),
        })));

        var licence = Assert.Single((await registry.Licences.FindAsync("GD1", ["residence-permit"], Stop)).Value);

        Assert.Equal(("residence-permit", "示範路1号"), (licence.Kind, licence.Attributes["address"]));
    }

    private static IResult Faulty(string fault, string question) => fault switch
    {
        "unsigned" => Results.Json(Accounts()),
        "none" => RegistryUnderTest.Send("eyJhbGciOiJub25lIn0." + RegistryUnderTest.Sign(question, Accounts()).Split('.')[1] + "."),
        "department" => RegistryUnderTest.Send(RegistryUnderTest.Sign(question, Accounts(), "department-gd-hrss")),
        "home" => RegistryUnderTest.Send(RegistryUnderTest.Sign(question, Accounts(), "home-rs256", "RS256")),
        "other-type" => RegistryUnderTest.Send(RegistryUnderTest.Sign(question, Accounts(), typ: "cross-border-receipt+jws")),
        "other-question" => RegistryUnderTest.Send(RegistryUnderTest.Sign(question + "x", Accounts())),
        "stale" => RegistryUnderTest.Send(RegistryUnderTest.Sign(question, Accounts(), age: TimeSpan.FromMinutes(6))),
        "tampered" => RegistryUnderTest.Send(Tamper(RegistryUnderTest.Sign(question, Accounts()))),
        "no-accounts" => RegistryUnderTest.Send(RegistryUnderTest.Sign(question, [])),
        "no-account-id" => RegistryUnderTest.Send(RegistryUnderTest.Sign(question, Accounts(account => account.Remove("accountId")))),
        "birthdate" => RegistryUnderTest.Send(RegistryUnderTest.Sign(question, Accounts(account => account["birthdate"] = "1990-02-30"))),
        "too-large" => RegistryUnderTest.Send(new string('a', 1 << 20)),
        _ => Results.StatusCode(int.Parse(fault, System.Globalization.CultureInfo.InvariantCulture)),
    };

    private static IResult FaultyHolder(string fault, string question) => fault switch
    {
        "unsigned" => Results.Json(Holders()),
        "department" => RegistryUnderTest.Send(RegistryUnderTest.Sign(question, Holders(), "department-gd-hrss")),
        "other-question" => RegistryUnderTest.Send(RegistryUnderTest.Sign(question + "x", Holders())),
        "stale" => RegistryUnderTest.Send(RegistryUnderTest.Sign(question, Holders(), age: TimeSpan.FromMinutes(6))),
        "tampered" => RegistryUnderTest.Send(RegistryUnderTest.Sign(question, Holders()) + "A"),
        "no-holders" => RegistryUnderTest.Send(RegistryUnderTest.Sign(question, [])),
        "other-number" => RegistryUnderTest.Send(RegistryUnderTest.Sign(question, Holders(holder => holder["documentNumber"] = "H87654321"))),
        "other-type" => RegistryUnderTest.Send(RegistryUnderTest.Sign(question, Holders(holder => holder["documentType"] = "hkid"))),
        "no-name" => RegistryUnderTest.Send(RegistryUnderTest.Sign(question, Holders(holder => holder.Remove("latinName")))),
        "birthdate" => RegistryUnderTest.Send(RegistryUnderTest.Sign(question, Holders(holder => holder["birthdate"] = "1990-02-30"))),
        _ => Results.StatusCode(int.Parse(fault, System.Globalization.CultureInfo.InvariantCulture)),
    };

    private static JsonObject Holders(Action<JsonObject>? change = null)
    {
        var holder = Holder("CHAN Tai Man", "陈大文", "1990-01-01");
        change?.Invoke(holder);
        return new JsonObject { ["holders"] = new JsonArray(holder, Holder("SMITH John", null, "1988-02-29")) };
    }

    private static JsonObject Holder(string latinName, string? hanName, string birthdate) => new()
    {
        ["documentType"] = "home_return_permit", ["documentNumber"] = "H12345678",
        ["latinName"] = latinName, ["hanName"] = hanName, ["birthdate"] = birthdate,
    };

    private static string Tamper(string answer)
    {
        var parts = answer.Split('.');
        var payload = JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(parts[1]))!;
        payload["accounts"]![0]!["accountId"] = "GD2";
        return $"{parts[0]}.{System.Buffers.Text.Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(payload))}.{parts[2]}";
    }

    private static JsonObject Accounts(Action<JsonObject>? change = null)
    {
        var account = Account("H12345678");
        change?.Invoke(account);
        return new JsonObject { ["accounts"] = new JsonArray(account) };
    }

    private static JsonObject Account(string document) => new()
    {
        ["accountId"] = "GD1", ["documentType"] = "home_return_permit", ["documentNumber"] = document,
        ["latinName"] = "CHAN Tai Man", ["hanName"] = "陈大文", ["birthdate"] = "1990-01-01",
    };
}
