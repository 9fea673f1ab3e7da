using System.Net.Sockets;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal;

/// <summary>A node that is stopped, or that stood still for a while.</summary>
public sealed class StoppingTests() : OneDoctor<ScriptedEpd>(() => ScriptedEpd.StartAsync(), epd => epd.Base)
{
    private static readonly byte[] _letter = [.. "%PDF-1.7 "u8, .. new byte[200_000], .. "%%EOF"u8];
    private static readonly TimeSpan _enough = TimeSpan.FromSeconds(60);
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    protected override Task FillAsync()
    {
        Epd.Has(Some.Practitioner("gp1", TestCards.Huisarts.Agb), Some.Patient("p1", "999900018", Some.Ref("Practitioner/gp1")), Some.Encounter(), Some.Document());
        Epd.On("Binary/b1", ScriptedAnswer.Custom(async (_, context) =>
        {
            context.Response.ContentType = "application/pdf";
            await context.Response.Body.WriteAsync(_letter.AsMemory(0, 50_000));
            await context.Response.Body.FlushAsync();
            _asked.TrySetResult();
            await _goOn.Task;
            await context.Response.Body.WriteAsync(_letter.AsMemory(50_000));
        }));
        return Task.CompletedTask;
    }

    [Fact]
    public async Task H158_StoppedWhileALetterIsSent_SendsItWholeAndTakesNobodyNew()
    {
        using var response = await Doctor.StartAsync(Portal.LetterPath("p1", "doc1"));
        Assert.Equal(200, (int)response.StatusCode);
        await _asked.Task.WaitAsync(_enough);

        var stopping = Portal.StopAsync();
        try
        {
            await ClosedAsync();
        }
        finally
        {
            _goOn.SetResult();
        }

        Assert.Equal(_letter, await response.Content.ReadAsByteArrayAsync().WaitAsync(_enough));
        await stopping.WaitAsync(_enough);
        Assert.Single(Portal.Trail(AuditEventType.LetterOpened));
    }

    [Fact]
    public async Task H157_ClockWentOnWhileTheProgramStoodStill_SessionIsOverByTheClock()
    {
        Assert.Equal(200, (await Doctor.GetAsync("/patienten")).Status);

        Portal.Clock.Advance(TimeSpan.FromMinutes(16));

        Assert.StartsWith("/inloggen", (await Doctor.GetAsync("/patienten")).Location, StringComparison.Ordinal);
        Assert.NotEqual(200, (await Doctor.GetAsync(Portal.PatientPath("p1"))).Status);
    }

    /// <summary>Waits until nothing listens at its port any more.</summary>
    private async Task ClosedAsync()
    {
        using var patience = new CancellationTokenSource(_enough);
        while (true)
        {
            patience.Token.ThrowIfCancellationRequested();
            try
            {
                using var socket = await RawConnection.ConnectAsync(Portal.Address);
                await Task.Yield();
            }
            catch (SocketException)
            {
                return;
            }
        }
    }
}
