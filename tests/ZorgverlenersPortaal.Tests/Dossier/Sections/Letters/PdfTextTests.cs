using System.Text;
using ZorgverlenersPortaal.Dossier.Sections.Letters;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Letters;

/// <summary>pdftotext behind pipes and limits; scripts stand in for one that was taken over by a hostile PDF.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class PdfTextTests : IDisposable
{
    private const string Program = "/usr/bin/pdftotext";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pdftext-");
    private readonly FakeClock _clock = new();

    private PdfText? _over;

    public void Dispose()
    {
        _over?.Dispose();
        _folder.Delete(recursive: true);
    }

    [ServerFact("prlimit", "setpriv", Program)]
    public async Task Read_Pdf_GivesItsText()
    {
        var (text, fault) = await Over(Program).ReadAsync(SmallPdf.Of("Kalium 6,6 bij de patiënt"), default);

        Assert.Equal(PdfTextFault.None, fault);
        Assert.Equal("Kalium 6,6 bij de patiënt", text!.Trim());
    }

    [ServerFact("prlimit", "setpriv", Program)]
    public async Task H111_Read_NoPdf_IsUnreadableAndNothingElse()
    {
        var hostile = new[] { "%PDF-1.7\ngarbage", "", "<html>", "%PDF-1.7\n1 0 obj<</Length 99999999999>>stream" };
        foreach (var content in hostile)
        {
            var (text, fault) = await Over(Program).ReadAsync(Encoding.Latin1.GetBytes(content), default);
            Assert.Equal((null, PdfTextFault.Unreadable), (text, fault));
        }
    }

    [Fact]
    public async Task Read_ProgramIsNotThere_SaysSo() =>
        Assert.Equal((null, PdfTextFault.NoProgram), await Over(Path.Combine(_folder.FullName, "gone")).ReadAsync(SmallPdf.Of("x"), default));

    [ServerFact("prlimit", "setpriv")]
    public async Task R5_TakenOver_CannotWriteAFile()
    {
        var file = Path.Combine(_folder.FullName, "written");

        var (_, fault) = await Over(Script($"exec 2>/dev/null; echo patient > '{file}'; echo done")).ReadAsync("%PDF-"u8.ToArray(), default);

        Assert.Equal(PdfTextFault.Unreadable, fault);
        Assert.True(!File.Exists(file) || new FileInfo(file).Length == 0);
    }

    [ServerFact("prlimit", "setpriv")]
    public async Task TakenOver_SeesNothingOfThePortalsEnvironment()
    {
        var (text, _) = await Over(Script("exec /usr/bin/env")).ReadAsync("%PDF-"u8.ToArray(), default);

        Assert.All(text!.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Contains(line.Split('=')[0], new[] { "LC_ALL", "PWD", "OLDPWD", "_", "SHLVL" }));
    }

    [ServerFact("prlimit", "setpriv")]
    public async Task TakenOver_GainsNoRightsAndHasLittleMemory()
    {
        var (text, _) = await Over(Script("while read -r line; do case $line in NoNewPrivs*) echo \"$line\";; esac; done < /proc/self/status; ulimit -v; ulimit -t; ulimit -f")).ReadAsync("%PDF-"u8.ToArray(), default);

        Assert.Equal(["NoNewPrivs:\t1", "524288", "4", "0"], text!.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [ServerFact("prlimit", "setpriv")]
    public async Task TakenOver_EndlessText_IsCutOff() =>
        Assert.Equal((null, PdfTextFault.TooMuch), await Over(Script("exec /usr/bin/yes")).ReadAsync("%PDF-"u8.ToArray(), default));

    [ServerFact("prlimit", "setpriv")]
    public async Task TakenOver_NeverAnswers_IsKilledAtTheDeadline()
    {
        var script = Script("while :; do :; done");
        var reading = Over(script).ReadAsync(new byte[1024 * 1024], default);

        _clock.Advance(TimeSpan.FromSeconds(4));

        Assert.Equal((null, PdfTextFault.TooMuch), await reading);
        while (Running(script))
        {
            await Task.Yield();
        }
    }

    [ServerFact("prlimit", "setpriv")]
    public async Task ReaderHasGone_IsKilledAndThrows()
    {
        var script = Script("while :; do :; done");
        using var gone = new CancellationTokenSource();
        var reading = Over(script).ReadAsync("%PDF-"u8.ToArray(), gone.Token);

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        while (Running(script))
        {
            await Task.Yield();
        }
    }

    private static bool Running(string script) => Directory.EnumerateDirectories("/proc")
        .Where(process => char.IsAsciiDigit(Path.GetFileName(process)[0]))
        .Any(process =>
        {
            try
            {
                return File.ReadAllText(Path.Combine(process, "cmdline")).Contains(script, StringComparison.Ordinal);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        });

    private PdfText Over(string program) => _over = new(new() { PdfText = program }, _clock);

    private string Script(string commands)
    {
        var path = Path.Combine(_folder.FullName, "program");
        File.WriteAllText(path, $"#!/bin/sh\n{commands}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
