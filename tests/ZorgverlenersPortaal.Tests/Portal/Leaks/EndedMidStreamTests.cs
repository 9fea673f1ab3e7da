using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Leaks;

/// <summary>
/// R8: a delegation that ends while a page or a letter is being sent. What was recorded before may have left; the rest is cut, is
/// not recorded as shown, and the next look is decided anew.
/// </summary>
public sealed class EndedMidStreamTests : IAsyncLifetime
{
    private static readonly TimeSpan _enough = TimeSpan.FromSeconds(30);
    private RevocationRig _rig = null!;

    public async Task InitializeAsync() => _rig = await RevocationRig.StartAsync();

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Theory]
    [InlineData("giver stops")]
    [InlineData("reader stops")]
    [InlineData("giver blocked")]
    public async Task R8_PageHalfSentWhenTheDelegationEnds_IsCutAndTheRestIsNeverRecordedAsShown(string how)
    {
        var goOn = new TaskCompletionSource();
        _rig.Epd.Hold("AllergyIntolerance", goOn.Task);
        using var reader = await _rig.SignInReaderAsync();
        await _rig.HandOverAsync();
        using var response = await reader.StartAsync(_rig.Paths()[0]);
        Assert.Equal(200, (int)response.StatusCode);
        await using var stream = await response.Content.ReadAsStreamAsync();
        var seen = await RevocationRig.ReadUntilAsync(stream, "id=\"diagnoses\"");
        Assert.Contains("Waarneming", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Penicilline", seen, StringComparison.Ordinal);

        await EndAsync(how, reader);

        await Assert.ThrowsAnyAsync<IOException>(() => new StreamReader(stream).ReadToEndAsync().WaitAsync(_enough));
        goOn.SetResult();
        Assert.Equal(404, (await reader.GetAsync(_rig.Paths()[0])).Status);
        var trail = _rig.Portal.Trail();
        var opened = Assert.Single(trail, record => record.Event == AuditEventType.PatientOpened);
        Assert.Equal(nameof(AccessReason.Delegated), opened.Decision!.ReasonCode);
        var shown = trail.Where(record => record.Event == AuditEventType.SectionShown && record.RequestId == opened.RequestId).Select(record => record.Category).ToList();
        Assert.Contains(nameof(DossierCategory.Diagnoses), shown);
        Assert.DoesNotContain(nameof(DossierCategory.Allergies), shown);
        Assert.DoesNotContain(nameof(DossierCategory.Letters), shown);
        Assert.Equal(nameof(AccessReason.NoRelation), trail.First(record => record.Event == AuditEventType.AccessDenied).Decision!.ReasonCode);
    }

    [Theory]
    [InlineData("giver stops")]
    [InlineData("reader stops")]
    [InlineData("giver blocked")]
    public async Task R8_LetterHalfSentWhenTheDelegationEnds_IsCutAndTheEpdIsReadNoFurther(string how)
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _rig.Epd.On("Binary/b1", ScriptedAnswer.Custom(async (_, context) =>
        {
            context.Response.ContentType = "application/pdf";
            await context.Response.Body.WriteAsync((byte[])[.. "%PDF-1.7 "u8, .. new byte[50_000]]);
            await context.Response.Body.FlushAsync();
            asked.TrySetResult();
            context.RequestAborted.Register(() => left.TrySetResult());
            await left.Task.WaitAsync(TimeSpan.FromSeconds(60));
        }));
        using var reader = await _rig.SignInReaderAsync();
        await _rig.HandOverAsync();
        using var response = await reader.StartAsync(_rig.Paths()[1]);
        Assert.Equal(200, (int)response.StatusCode);
        await asked.Task.WaitAsync(_enough);

        await EndAsync(how, reader);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => response.Content.ReadAsByteArrayAsync().WaitAsync(_enough));
        await left.Task.WaitAsync(_enough);
        Assert.Equal(404, (await reader.GetAsync(_rig.Paths()[1])).Status);
        var opened = Assert.Single(_rig.Portal.Trail(AuditEventType.LetterOpened));
        Assert.Equal((nameof(AccessReason.Delegated), TestCards.Huisarts.UziNumber), (opened.Decision!.ReasonCode, opened.OnBehalfOf));
    }

    private async Task EndAsync(string how, PortalClient reader)
    {
        if (how == "giver blocked")
        {
            await _rig.BlockAsync(TestCards.Huisarts);
            return;
        }
        using var giver = await _rig.SignInGiverAsync();
        await RevocationRig.StopAsync(how == "giver stops" ? giver : reader);
    }
}
