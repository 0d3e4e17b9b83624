using TorchSharp.Interop;

namespace TorchSharp;

public class AnomalyMode : IDisposable
{
    private readonly bool _enabledBefore = Native.nst_anomaly_mode();
    private readonly bool _checkedBefore = Native.nst_anomaly_checks_nan();

    public AnomalyMode(bool enabled, bool check_nan = true) => Native.nst_set_anomaly_mode(enabled, check_nan);

    public static bool IsEnabled => Native.nst_anomaly_mode();

    public static bool ShouldCheckNaN => Native.nst_anomaly_checks_nan();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            Native.nst_set_anomaly_mode(_enabledBefore, _checkedBefore);
    }
}
