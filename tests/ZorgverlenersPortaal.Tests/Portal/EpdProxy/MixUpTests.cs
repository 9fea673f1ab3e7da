using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.EpdProxy;

/// <summary>H121: two doctors who read letters in the same second never get each other's.</summary>
public sealed class MixUpTests : IAsyncLifetime
{
    private const int Each = 500;
    private ScriptedEpd _epd = null!;
    private PortalHost _portal = null!;

    public async Task InitializeAsync()
    {
        _epd = await ScriptedEpd.StartAsync();
        _epd.Has(
            Some.Practitioner("gp1", TestCards.Huisarts.Agb), Some.Practitioner("gp2", TestCards.Huisarts2.Agb),
            Some.Patient("p1", "999900018", Some.Ref("Practitioner/gp1")), Some.Patient("p2", "999900020", Some.Ref("Practitioner/gp2")),
            Some.Document("doc1", "p1", "Binary/b1"), Some.Document("doc2", "p2", "Binary/b2"));
        foreach (var number in (int[])[1, 2])
        {
            _epd.On("Binary/b" + number, ScriptedAnswer.Custom(async (_, context) =>
            {
                context.Response.ContentType = "application/pdf";
                await context.Response.Body.WriteAsync(Letter(number));
            }));
        }
        _portal = await PortalHost.StartAsync(_epd.Base);
    }

    public async Task DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _epd.DisposeAsync();
    }

    [Fact]
    public async Task H121_LettersOfTwoDoctorsInterleaved_AreEachHerOwn()
    {
        using var one = await _portal.SignInAsync(TestPki.Shared.Card());
        using var two = await _portal.SignInAsync(TestPki.Shared.Card(TestCards.Huisarts2));
        var first = _portal.LetterPath("p1", "doc1");
        var second = _portal.LetterPath("p2", "doc2", _portal.Session(TestCards.Huisarts2.UziNumber));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async worker =>
        {
            var (client, path, number) = worker % 2 == 0 ? (one, first, 1) : (two, second, 2);
            for (var i = 0; i < Each / 4; i++)
            {
                var answer = await client.GetAsync(path);
                Assert.Equal(200, answer.Status);
                Assert.True(Letter(number).AsSpan().SequenceEqual(answer.Bytes), $"letter {number} was another's");
            }
        }));

        Assert.Equal(404, (await one.GetAsync(second)).Status);
        Assert.All(_portal.Trail(AuditEventType.LetterOpened), record =>
            Assert.Equal(record.Actor!.UziNumber == TestCards.Huisarts.UziNumber ? "p1" : "p2", Assert.Single(record.Patients).EpdId));
    }

    private static byte[] Letter(int number) => [.. "%PDF-1.7 "u8, .. Enumerable.Repeat((byte)('0' + number), 20_000), .. "%%EOF"u8];
}
