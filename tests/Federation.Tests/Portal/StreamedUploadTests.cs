using System.Net;
using System.Text;
using CrossBorder.Federation.Applications.Materials;
using CrossBorder.Federation.Portal.Uploads;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Tests.Applications;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Testing;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Tests.Portal;

/// <summary>Files of a form go into sealed pieces as they come, and none is read before the page may take it.</summary>
public sealed class StreamedUploadTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private const string Boundary = "form-boundary";
    private static readonly byte[] Pdf = [.. "%PDF-1.7"u8, .. new byte[4 * MaterialChunk.Size]];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pieces_of_a_file_are_stored_before_the_rest_of_the_form_has_come()
    {
        await using var portal = await PortalDesk.OpenAsync(departments);
        using var visitor = await portal.VisitAsync("r1");
        var form = Assert.Single((await visitor.SeeAsync("/apply/gd-hf-003")).Forms);
        var stored = new TaskCompletionSource<int>();
        var fields = form.Fields.Select(field => Part($"name=\"{field.Key}\"", Encoding.UTF8.GetBytes(field.Value)));
        var file = Part("name=\"file-lease-contract\"; filename=\"lease.pdf\"", Pdf);
        using var content = new HeldBack([.. fields.SelectMany(part => part), .. file[..^MaterialChunk.Size]], async stream =>
        {
            await Waiting.UntilAsync(async () => await PiecesAsync(portal) > 0, "the first pieces are in the database", Stop);
            stored.SetResult(await PiecesAsync(portal));
            await stream.WriteAsync(file.AsMemory(^MaterialChunk.Size), Stop);
            await stream.WriteAsync(Encoding.UTF8.GetBytes($"--{Boundary}--\r\n"), Stop);
        });
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=" + Boundary);

        var page = await visitor.SendAsync(form.Action, content);

        Assert.InRange(await stored.Task, 1, 4);
        // Not filed, for nothing else was filled in; the file is kept, and named as the device calls it.
        Assert.Contains("lease.pdf", page.Text, StringComparison.Ordinal);
        Assert.Equal(5, await PiecesAsync(portal));
    }

    [Fact]
    public async Task A_file_that_the_form_does_not_ask_for_and_a_forged_form_leave_nothing_behind_CB5016()
    {
        await using var portal = await PortalDesk.OpenAsync(departments);
        using var visitor = await portal.VisitAsync("r1");
        var page = await visitor.SeeAsync("/apply/gd-hf-003");

        var (unknown, _) = await visitor.PostAsync(page, files: [("file-passport-of-nobody", Pdf)]);
        var (forged, _) = await visitor.PostAsync(
            page with { Html = page.Html.Replace("__RequestVerificationToken", "__Removed", StringComparison.Ordinal) }, files: [("file-lease-contract", Pdf)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.Status);
        Assert.Contains("CB5016", unknown.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.Equal(0, await PiecesAsync(portal));
        Assert.Equal(0, await portal.Desk.UseAsync<HubDbContext, int>(context => context.Set<Material>().CountAsync(Stop)));
    }

    [Fact]
    public async Task Nothing_of_a_file_is_read_that_nobody_may_take_CB5016()
    {
        byte[] form = [.. Part("name=\"key\"", "x"u8.ToArray()), .. Part("name=\"file-unknown\"; filename=\"f.pdf\"", new byte[1024 * 1024])];
        var (outcome, read) = await ReadAsync(form, new HashSet<string> { "known" });
        Assert.Equal("CB5016", outcome.Error.Code);
        // No more than the reader's own buffer.
        Assert.InRange(read, 1, 64 * 1024);
    }

    [Fact]
    public async Task What_is_no_form_or_brings_too_much_is_refused_with_CB5022_and_CB5201()
    {
        var known = new HashSet<string> { "known" };
        var files = Enumerable.Range(0, FormIntake.MostFiles + 1).SelectMany(_ => Part("name=\"file-known\"; filename=\"f.pdf\"", "%PDF-1.7"u8.ToArray()));
        Assert.Equal("CB5201", (await ReadAsync([.. files, .. End], known)).Outcome.Error.Code);
        var fields = Enumerable.Range(0, 501).SelectMany(number => Part($"name=\"f{number}\"", "x"u8.ToArray()));
        Assert.Equal("CB5022", (await ReadAsync([.. fields, .. End], known)).Outcome.Error.Code);
        Assert.Equal("CB5022", (await ReadAsync([.. Part("name=\"long\"", new byte[65 * 1024]), .. End], known)).Outcome.Error.Code);
        Assert.Equal("CB5022", (await ReadAsync([.. Part("filename=\"f.pdf\"", [1]), .. End], known)).Outcome.Error.Code);
        // A file input that was left alone is none, and what was filed before takes no file a second time.
        Assert.Empty((await ReadAsync([.. Part("name=\"file-known\"; filename=\"\"", []), .. End], known)).Outcome.Value.Files);
        Assert.Empty((await ReadAsync([.. Part("name=\"file-known\"; filename=\"f.pdf\"", [1]), .. End], null)).Outcome.Value.Files);
    }

    private static byte[] End => Encoding.UTF8.GetBytes($"--{Boundary}--\r\n");

    private static byte[] Part(string disposition, byte[] content) =>
        [.. Encoding.UTF8.GetBytes($"--{Boundary}\r\nContent-Disposition: form-data; {disposition}\r\n\r\n"), .. content, .. "\r\n"u8];

    private static async Task<(Outcome<PostedForm> Outcome, long Read)> ReadAsync(byte[] body, IReadOnlySet<string>? asked)
    {
        await using var stream = new MemoryStream(body);
        var intake = new FormIntake(new TakesAll());
        var outcome = await intake.ReadAsync(
            new MultipartReader(Boundary, stream), "resident-r1", _ => Task.FromResult(Outcome<IReadOnlySet<string>?>.Of(asked)), Stop);
        return (outcome, stream.Position);
    }

    private static Task<int> PiecesAsync(PortalDesk portal) =>
        portal.Desk.UseAsync<HubDbContext, int>(context => context.Set<MaterialChunk>().CountAsync(Stop));

    /// <summary>A body of which the end waits for something.</summary>
    private sealed class HeldBack(byte[] first, Func<Stream, Task> rest) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(first, Stop);
            await stream.FlushAsync(Stop);
            await rest(stream);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    /// <summary>Where files are none of the test's business.</summary>
    private sealed class TakesAll : IUploadMaterial
    {
        public async Task<Outcome<UploadedMaterial>> UploadAsync(string residentId, string slug, Stream content, CancellationToken cancellationToken)
        {
            await content.CopyToAsync(Stream.Null, cancellationToken);
            return new UploadedMaterial("id", slug, "application/pdf", "sha256:00");
        }

        public Task<Outcome<ReceivedContent>> ReceiveAsync(Stream content, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Outcome<UploadedMaterial>> KeepAsync(string residentId, string slug, ReceivedContent received, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
