using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ZorgverlenersPortaal.Dossier.Sections.Letters;

/// <summary>
/// The text of a PDF by Debian's pdftotext, a program of its own (docs/adr/0033): the PDF goes in and the text comes out by pipes. It
/// may write no file, start nothing, gain no rights, and has little memory and time: whatever a hostile PDF does, it does in there.
/// </summary>
internal sealed class PdfText(LetterSearchOptions options, TimeProvider clock) : IDisposable
{
    private const int MostCharacters = 2 * 1024 * 1024;
    private const int MostPages = 300;

    /// <summary>In this process at once, over all who search.</summary>
    private readonly SemaphoreSlim _running = new(2);

    /// <summary>PDFs are searched, as far as the settings go.</summary>
    public bool IsOn => options.PdfText != LetterSearchOptions.Off;

    public void Dispose() => _running.Dispose();

    /// <summary>The text, or why there is none. Throws only when the reader has gone.</summary>
    public async Task<(string? Text, PdfTextFault Fault)> ReadAsync(ReadOnlyMemory<byte> pdf, CancellationToken cancellation)
    {
        if (!File.Exists(options.PdfText))
        {
            return (null, PdfTextFault.NoProgram);
        }
        await _running.WaitAsync(cancellation);
        try
        {
            using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(options.PdfSeconds), clock);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
            return await RunAsync(pdf, both.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (null, PdfTextFault.TooMuch);
        }
        catch (Win32Exception)
        {
            return (null, PdfTextFault.NoProgram);
        }
        finally
        {
            _running.Release();
        }
    }

    private async Task<(string? Text, PdfTextFault Fault)> RunAsync(ReadOnlyMemory<byte> pdf, CancellationToken cancellation)
    {
        using var process = Process.Start(Start())!;
        try
        {
            var writing = WriteAsync(process, pdf, cancellation);
            // Not read, a full pipe would stop it; what it says of a PDF may quote it, so it goes nowhere.
            var complaints = process.StandardError.BaseStream.CopyToAsync(Stream.Null, cancellation);
            var text = await ReadAsync(process.StandardOutput, cancellation);
            if (text is null)
            {
                return (null, PdfTextFault.TooMuch);
            }
            await Task.WhenAll(writing, complaints);
            await process.WaitForExitAsync(cancellation);
            return process.ExitCode == 0 ? (text, PdfTextFault.None) : (null, PdfTextFault.Unreadable);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>prlimit and setpriv become the program one after the other: the limits are there before its first instruction.</summary>
    private ProcessStartInfo Start()
    {
        var seconds = Math.Ceiling(options.PdfSeconds).ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo("/usr/bin/prlimit")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            WorkingDirectory = "/",
            UseShellExecute = false,
        };
        string[] arguments =
        [
            "--as=536870912", "--cpu=" + seconds, "--fsize=0", "--nofile=16", "--nproc=0", "--core=0", "--",
            "/usr/bin/setpriv", "--no-new-privs", "--",
            options.PdfText, "-q", "-enc", "UTF-8", "-nopgbrk", "-l", MostPages.ToString(CultureInfo.InvariantCulture), "-", "-",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        // None of the portal's: passwords and addresses may stand in it.
        start.Environment.Clear();
        start.Environment["LC_ALL"] = "C.UTF-8";
        return start;
    }

    private static async Task WriteAsync(Process process, ReadOnlyMemory<byte> pdf, CancellationToken cancellation)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(pdf, cancellation);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It stopped reading: its exit tells why.
        }
    }

    /// <summary>Null when there is more than any letter has.</summary>
    private static async Task<string?> ReadAsync(StreamReader output, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        var part = new char[16 * 1024];
        for (int read; (read = await output.ReadAsync(part, cancellation)) > 0;)
        {
            text.Append(part, 0, read);
            if (text.Length > MostCharacters)
            {
                return null;
            }
        }
        return text.ToString();
    }
}
