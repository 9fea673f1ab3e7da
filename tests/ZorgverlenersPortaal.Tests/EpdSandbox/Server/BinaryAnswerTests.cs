using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace ZorgverlenersPortaal.Tests.EpdSandbox.Server;

public sealed class BinaryAnswerTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>
{
    [Fact]
    public async Task Binary_EveryLetter_IsAPdfOfTheSizeAndHashPromised()
    {
        var next = "DocumentReference?contenttype=application/pdf&_count=200";
        var sizes = new List<int>();
        while (next is not null)
        {
            var bundle = await sandbox.GetAsync(next);
            foreach (
                var attachment in RunningSandbox
                    .Resources(bundle)
                    .Select(letter => letter["content"]![0]!["attachment"]!))
            {
                var bytes = attachment["data"] is { } data
                    ? Convert.FromBase64String(data.GetValue<string>())
                    : await sandbox.Http.GetByteArrayAsync(
                        new Uri(attachment["url"]!.GetValue<string>(), UriKind.RelativeOrAbsolute));
                Assert.True(bytes.AsSpan().StartsWith("%PDF-1."u8));
                Assert.Equal(attachment["size"]!.GetValue<int>(), bytes.Length);
#pragma warning disable CA5350 // R4's Attachment.hash is SHA-1.
                Assert.Equal(attachment["hash"]!.GetValue<string>(), Convert.ToBase64String(SHA1.HashData(bytes)));
#pragma warning restore CA5350
                sizes.Add(bytes.Length);
            }

            next = RunningSandbox.Link(bundle, "next");
        }

        Assert.InRange(sizes.Max(), 1_000_000, 1_100_000);
    }

    [Fact]
    public async Task Binary_AskedAsFhirJson_HoldsTheSameBytesAndWhoseTheyAre()
    {
        var raw = await sandbox.Http.GetByteArrayAsync(new Uri("Binary/bin-00001-s", UriKind.Relative));
        var binary = JsonNode.Parse(await SendAsync("application/fhir+json", HttpStatusCode.OK))!;
        Assert.Equal(raw, Convert.FromBase64String(binary["data"]!.GetValue<string>()));
        Assert.Equal("Patient/pat-00001", binary["securityContext"]!["reference"]!.GetValue<string>());
    }

    [Fact]
    public async Task Binary_AskedAsAnImage_IsNotAcceptable() =>
        await SendAsync("image/png", HttpStatusCode.NotAcceptable);

    private async Task<string> SendAsync(string accept, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("Binary/bin-00001-s", UriKind.Relative));
        request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(accept));
        using var answer = await sandbox.Http.SendAsync(request);
        Assert.Equal(status, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }
}
