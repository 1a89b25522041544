package org.ocppbridge.mappings.json201.model;

import org.ocppbridge.mappings.json201.base.Tables;

/**
 * The operations of the device model, its reports and monitors, and what the bridge owns of the
 * connection (blocks A, B, M and N).
 */
public final class Model201 {

  private Model201() {}

  /** Adds them. */
  public static void addTo(Tables tables) {
    tables
        .onCsms("GetVariables", GetVariables201.Request.class, GetVariables201::step)
        .onCsms("SetVariables", SetVariables201.Request.class, SetVariables201::step)
        .onCsms("GetBaseReport", GetBaseReport201.Request.class, GetBaseReport201::step)
        .onWakeUp(GetBaseReport201.WAKE_UP, GetBaseReport201::woken)
        .onDelivered(Reports.VARIABLES, Reports::delivered)
        .onDelivered(Reports.MONITORS, Reports::delivered)
        .onCsms("GetReport", GetReport201.Request.class, GetReport201::step)
        .onCsms(
            "SetVariableMonitoring",
            SetVariableMonitoring201.Request.class,
            SetVariableMonitoring201::step)
        .onCsms("ClearVariableMonitoring", Monitoring201.Clear.class, Monitoring201::clear)
        .onCsms("SetMonitoringBase", Monitoring201.SetBase.class, Monitoring201::setBase)
        .onCsms("SetMonitoringLevel", Monitoring201.SetLevel.class, Monitoring201::setLevel)
        .onCsms(
            "GetMonitoringReport",
            GetMonitoringReport201.Request.class,
            GetMonitoringReport201::step)
        .onWakeUp(MonitorTable.WAKE_UP, MonitorTable::woken)
        .onCsms(
            "CustomerInformation",
            CustomerInformation201.Request.class,
            CustomerInformation201::step)
        .onCsms("SetNetworkProfile", SetNetworkProfile201.Request.class, SetNetworkProfile201::step)
        .onCsms("CertificateSigned", Certificates201.Signed.class, Certificates201::signed)
        .onCsms("InstallCertificate", Certificates201.Install.class, Certificates201::install)
        .onCsms("DeleteCertificate", Certificates201.Delete.class, Certificates201::delete)
        .onCsms(
            "GetInstalledCertificateIds",
            Certificates201.Installed.class,
            Certificates201::installed);
  }
}
